// Type-checks a TypeScript CDK program, runs it, and takes the state machines out of what it synthesizes.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appOf } from './app.mjs';
import { Refused } from './refused.mjs';
import { run } from './run.mjs';
import { machinesOf } from './template.mjs';
import { compilerOptions, tsc } from './typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = join(root, '.cache'); // inside, so that programs find the packages in node_modules

let previous = Promise.resolve();

// synth takes
//   files     {path: text}: the program and what it reads, such as the handlers of its functions
//   entry     the file to run, which makes an App; or
//   stacks    [{id, file, class, folder}]: stacks to put into one App, each made with folder as the working directory
//   noUnused  whether what is declared and not used is an error of types
// and returns {types: [error], stacks: {id: {machines: {logical id: definition}, resources}}}. With errors of types
// nothing is run. Bundling is off, so there is no need of Docker. One program runs at a time: each takes 450 MB.
export const synth = params => inTurn(folder => synthIn(folder, params));

// inTurn calls use with a folder of its own when those before have finished.
export function inTurn(use) {
  const turn = previous.then(() => inScratch(use));
  previous = turn.catch(() => {});
  return turn;
}

async function inScratch(use) {
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, 'synth-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function synthIn(folder, { files, entry, stacks, noUnused = false }) {
  if (!entry === !stacks) throw new Refused('give either an entry or stacks');
  const main = entry ?? 'judged-app.ts';
  await writeAll(folder, {
    'package.json': '{ "private": true }',
    'tsconfig.json': JSON.stringify({ compilerOptions: compilerOptions({ noUnused }) }),
    ...files,
    ...(stacks && { [main]: appOf(stacks) }),
  });
  for (const stack of stacks ?? []) await mkdir(join(folder, stack.folder ?? '.'), { recursive: true }); // one without handlers has no files
  const types = await tsc(folder);
  if (types.length) return { types, stacks: {} };
  const out = join(folder, 'cdk.out');
  await run(process.execPath, [main.replace(/\.ts$/, '.js')], {
    cwd: folder,
    env: { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [] }) },
  });
  return { types, stacks: await stacksIn(out) };
}

export async function writeAll(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    if (relative(folder, file).startsWith('..')) throw new Refused(`${path} is outside the program's folder`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

export async function stacksIn(out) {
  const suffix = '.template.json';
  const stacks = {};
  for (const file of (await readdir(out)).filter(name => name.endsWith(suffix)).sort()) {
    const template = JSON.parse(await readFile(join(out, file), 'utf8'));
    const resources = template.Resources ?? {};
    stacks[file.slice(0, -suffix.length)] = { machines: machinesOf(resources), resources };
  }
  return stacks;
}
