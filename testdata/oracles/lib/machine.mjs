// What all judges need to know of a state machine's text.
import { Refused } from './refused.mjs';

const account = 'us-east-1:123456789012';

// functionArn is the address that stands for a function whose real one is not known.
export const functionArn = name => `arn:aws:lambda:${account}:function:${name}`;

// fillPlaceholders puts a Lambda ARN where the text has "${name}", which only a deployment fills in.
export const fillPlaceholders = text => text.replace(/\$\{(\w+)\}/g, (_, name) => functionArn(name));

// parseMachine reads the text of a state machine, its placeholders filled in.
export function parseMachine(text) {
  if (typeof text !== 'string') throw new Refused('asl has to be the text of a state machine');
  try {
    return JSON.parse(fillPlaceholders(text));
  } catch (error) {
    throw new Refused(`asl is not JSON: ${error.message}`);
  }
}

// eachState yields [name, state] for all states of a machine, those of branches and item processors included.
export function* eachState(machine) {
  for (const [name, state] of Object.entries(machine.States ?? {})) {
    yield [name, state];
    for (const inner of [...(state.Branches ?? []), state.ItemProcessor, state.Iterator]) {
      if (inner) yield* eachState(inner);
    }
  }
}
