// Runs other programs.
import { execFile } from 'node:child_process';

const longest = 240_000; // milliseconds

// run starts a program and returns its standard output. If it fails, the error says what it printed.
export const run = (program, args, options) => runWith('', program, args, options);

// runWith does the same with something on standard input.
export function runWith(input, program, args, options) {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { timeout: longest, maxBuffer: 2 ** 26, ...options }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const reason = error.killed ? `was stopped after ${(options?.timeout ?? longest) / 1000} s` : `failed (${error.code ?? error.signal})`;
      reject(Object.assign(new Error(`${[program, ...args].join(' ')} ${reason}:\n${stdout}${stderr}`), { stdout, exit: error.code }));
    });
    child.stdin.on('error', () => {}); // a program that reads nothing
    child.stdin.end(input);
  });
}
