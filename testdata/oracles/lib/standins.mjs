// Functions that stand in for what the tasks of a machine call.
import { Clock } from './clock.mjs';
import { Refused } from './refused.mjs';

// standIns returns a handler for each task in states, which are [name, state] pairs.
export function standIns(states, { failing, outputs, delays }) {
  const tasks = new Map(states.filter(([, state]) => state.Type === 'Task'));
  for (const name of Object.keys({ ...failing, ...outputs, ...delays })) {
    if (!tasks.has(name)) throw new Refused(`the machine has no task ${name}; its tasks are ${[...tasks.keys()].join(', ')}`);
  }
  const clock = new Clock();
  return Object.fromEntries([...tasks].map(([name, state]) =>
    [name, handler(state, clock, { name, failure: failing[name], output: outputs[name], delay: delays[name] ?? 0 })]));
}

function handler(state, clock, { name, failure, output, delay }) {
  const invoked = /:states:::lambda:invoke$/.test(state.Resource);
  let calls = 0;
  return async input => {
    calls += 1;
    const call = calls;
    await clock.sleep(delay);
    if (failure && (!failure.calls?.length || failure.calls.includes(call))) throw thrown(name, failure);
    const result = output ?? (invoked ? input.Payload : input);
    return invoked ? { ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 } : result;
  };
}

function thrown(name, { error, cause }) {
  return Object.assign(new Error(cause || `${name} was told to fail`), { name: error || 'Boom' });
}
