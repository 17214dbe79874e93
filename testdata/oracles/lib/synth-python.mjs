// Runs Python programs that use CDK, and takes the state machines out of what they synthesize.
import { join } from 'node:path';
import { python } from './python.mjs';
import { runWith } from './run.mjs';
import { inTurn, stacksIn, writeAll } from './synth.mjs';

// synthPython takes
//   files   {path: text}: the programs and what they read, such as the handlers of their functions
//   stacks  [{id, file, class, folder}]: stacks to put into one App. What is in a stack's folder is put beside its file
// and returns {stacks: {id: {machines: {logical id: definition}, resources}}}. A program that fails is an error. Bundling
// is off. One app runs at a time: each takes 600 MB.
export const synthPython = params => inTurn(folder => synthIn(folder, params));

async function synthIn(folder, { files, stacks }) {
  const { program, args, env } = await python();
  // The kernel stays where it was started, so that all stacks read the same files. What is in them does not count.
  const folders = stacks.map(stack => stack.folder).filter(Boolean);
  const beside = path => folders.reduce((short, f) => (path.startsWith(`${f}/`) ? path.slice(f.length + 1) : short), path);
  await writeAll(folder, Object.fromEntries(Object.entries(files).map(([path, text]) => [beside(path), text])));
  const out = join(folder, 'cdk.out');
  await runWith(JSON.stringify(stacks), program, [...args, join(import.meta.dirname, '..', 'python', 'app.py')], {
    cwd: folder,
    env: { ...process.env, ...env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [] }) },
  });
  return { stacks: await stacksIn(out) };
}
