// What the interpreter does wrong without saying so, kept away from it.
import { eachState } from './machine.mjs';
import { Refused } from './refused.mjs';

// refuseWhatItGetsWrong throws on a machine that the interpreter would run otherwise than Step Functions does.
export function refuseWhatItGetsWrong(machine) {
  for (const [name, state] of [['the machine', machine], ...eachState(machine)]) {
    const what = wrongIn(state);
    if (what) throw new Refused(`${name}: the interpreter cannot be trusted with ${what}`);
  }
}

function wrongIn(state) {
  if (state.QueryLanguage === 'JSONata') return 'JSONata';
  if (state.Assign || state.Catch?.some(catcher => catcher.Assign)) return 'Assign';
  if (state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED') return 'a distributed map';
  if (state.ItemReader || state.ItemBatcher || state.ResultWriter) return 'ItemReader, ItemBatcher or ResultWriter';
  if ('Result' in state && !state.Result) return `the Result ${JSON.stringify(state.Result)}, which it takes for none`;
}

const longestTimer = Math.floor((2 ** 31 - 1) / 1000); // seconds; a longer timer of Node fires at once

// withShortTimers returns a copy of the machine whose timeouts are ones that Node can keep.
export function withShortTimers(machine) {
  return JSON.parse(JSON.stringify(machine), (key, value) =>
    key === 'TimeoutSeconds' && value > longestTimer ? longestTimer : value);
}
