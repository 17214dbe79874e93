// The TypeScript compiler.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'lib', 'tsc.js');

// compilerOptions are those that `cdk init` gives to a new program, with what a careful reader would refuse besides.
export const compilerOptions = ({ noUnused }) => ({
  target: 'ES2022',
  module: 'NodeNext',
  lib: ['es2022'],
  types: ['node'],
  strict: true,
  noImplicitReturns: true,
  noUnusedLocals: noUnused,
  noUnusedParameters: noUnused,
  skipLibCheck: true,
});

// tsc compiles the program in folder, each file beside its source, and returns the errors, one a line of text.
export async function tsc(folder) {
  try {
    await run(process.execPath, [compiler, '--project', folder, '--pretty', 'false'], { cwd: folder });
    return [];
  } catch (error) {
    const errors = (error.stdout ?? '').split('\n').filter(line => /\berror TS\d+:/.test(line));
    if (!errors.length) throw error;
    return errors;
  }
}
