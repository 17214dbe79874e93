// AWS CDK for Python, made of the packages from npm as its makers do: jsii-pacmak writes the Python packages, and the kernel
// in which CDK runs is jsii's own. Only the client between them, in python/, is not theirs: it comes from no npm package.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Missing } from './missing.mjs';
import { run } from './run.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');

// Each is written behind those that it needs.
const packages = [
  'constructs', '@aws-cdk/asset-awscli-v1', '@aws-cdk/asset-node-proxy-agent-v6', '@aws-cdk/cloud-assembly-schema', 'aws-cdk-lib',
  '@aws-cdk/aws-lambda-go-alpha', '@aws-cdk/aws-lambda-python-alpha',
];

// written is the folder of the Python packages for the versions that are installed.
async function written() {
  const lock = await readFile(join(root, 'package-lock.json'));
  return join(cache, `python-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
}

// prepare writes the Python packages where they are not there yet: it takes a minute of a processor and 2.4 GB of memory.
export async function prepare() {
  const folder = await written();
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const pacmak = join(dirname(require.resolve('jsii-pacmak/package.json')), 'bin', 'jsii-pacmak');
  for (const name of packages) {
    await run(process.execPath, [
      '--max-old-space-size=8000', pacmak, '--code-only', '--target', 'python', '--force-target', '--rosetta-unknown-snippets', 'verbatim',
      '--no-npmignore', '--no-fingerprint', '-o', unfinished, dirname(require.resolve(`${name}/package.json`)),
    ], { cwd: root, timeout: 1_800_000 });
  }
  for (const old of (await readdir(cache)).filter(name => /^python-[0-9a-f]+$/.test(name))) {
    await rm(join(cache, old), { recursive: true, force: true });
  }
  await rename(unfinished, folder);
  return folder;
}

// python returns how to run a Python program that uses CDK: {program, args, env}.
export async function python() {
  const folder = await written();
  if (!existsSync(folder)) throw new Missing('CDK for Python is not written yet; run node prepare-python.mjs in testdata/oracles');
  try {
    await run('python3', ['-c', 'import sys; assert sys.version_info >= (3, 9)']);
  } catch {
    throw new Missing('python3 is not installed, or older than 3.9');
  }
  return {
    program: 'python3',
    args: ['-B', '-O'],
    env: {
      PYTHONPATH: [join(root, 'python'), join(folder, 'python', 'src')].join(':'),
      PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(':'), // NodejsFunction wants esbuild, or else Docker
      JSII_NODE: process.execPath,
      JSII_RUNTIME: join(dirname(require.resolve('@jsii/runtime/package.json')), 'webpack', 'bin', 'jsii-runtime.js'),
      JSII_RUNTIME_PACKAGE_CACHE_ROOT: join(cache, 'jsii'),
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true',
    },
  };
}
