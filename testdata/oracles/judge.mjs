// A long-lived process that answers questions about state machines and CDK programs, one JSON object a line:
//   {"id": 1, "method": "validate", "params": {...}}  is answered by
//   {"id": 1, "result": {...}}  or  {"id": 1, "error": {"kind": "missing" | "refused" | "failed", "message": "..."}}
// Answers may come in another order than the questions. The process ends when its input has,
// and all is answered.
import { createInterface } from 'node:readline';
import { Missing } from './lib/missing.mjs';
import { Refused } from './lib/refused.mjs';

// A judge's packages load when it is first asked, so that one that is not installed stops none of the others.
const methods = {
  validate: async params => (await import('./lib/validate.mjs')).validate(params),
  execute: async params => (await import('./lib/execute.mjs')).execute(params),
  synth: async params => (await import('./lib/synth.mjs')).synth(params),
  synthPython: async params => (await import('./lib/synth-python.mjs')).synthPython(params),
  serverless: async params => (await import('./lib/serverless.mjs')).serverless(params),
};

async function answer(line) {
  const { id, method, params } = JSON.parse(line);
  try {
    if (!Object.hasOwn(methods, method)) throw new Refused(`no method is called ${method}; there are ${Object.keys(methods).join(', ')}`);
    return { id, result: await methods[method](params) };
  } catch (error) {
    return { id, error: { kind: kindOf(error), message: messageOf(error) } };
  }
}

function kindOf(error) {
  if (error instanceof Refused) return 'refused';
  if (error instanceof Missing) return 'missing';
  return /^(ERR_)?MODULE_NOT_FOUND$/.test(error.code) ? 'missing' : 'failed';
}

function messageOf(error) {
  if (error instanceof Refused || error instanceof Missing) return error.message;
  return kindOf(error) === 'missing' ? `${error.message}; run npm ci in testdata/oracles` : String(error.stack ?? error);
}

// Standard output belongs to the protocol; what a package prints goes to standard error.
const write = process.stdout.write.bind(process.stdout);
console.log = console.info = console.error;

const lines = createInterface({ input: process.stdin });
lines.on('line', async line => write(JSON.stringify(await answer(line)) + '\n'));
