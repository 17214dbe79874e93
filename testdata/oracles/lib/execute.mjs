// Runs a state machine in an interpreter, each task standing in for a function that hands back its input.
import { fates } from './fates.mjs';
import { StateMachine } from './interpreter.mjs';
import { refuseWhatItGetsWrong, withShortTimers } from './limits.mjs';
import { eachState, parseMachine } from './machine.mjs';
import { Refused } from './refused.mjs';
import { standIns } from './standins.mjs';

const longest = 20_000; // milliseconds; a machine that loops for ever is stopped then

// execute takes
//   asl      the machine's text
//   input    the execution's input, {} if left out
//   failing  {task: {error, cause, calls}}: tasks that throw. error is "Boom" unless given; calls are the numbers of the
//            calls that throw, from 1, and all of them unless given
//   outputs  {task: value}: what a task's function returns in place of its input
//   delays   {task: milliseconds}: how long a task's function takes, on a clock of the execution's own; the others
//            take no time
// and returns {status, output | error and cause, log, entered, succeeded, failed, caught, stopped}. The last five name
// states in the order in which it happened to them, once for each time; a state whose error was caught did not succeed,
// and stopped are those that were entered and then abandoned, as another branch had failed. Nothing
// really waits: neither a function nor a Wait state nor a retrier.
export async function execute({ asl, input = {}, failing = {}, outputs = {}, delays = {} }) {
  const machine = parseMachine(asl);
  refuseWhatItGetsWrong(machine);
  const states = [...eachState(machine)];
  const noWait = type => Object.fromEntries(states.filter(type).map(([name]) => [name, 0]));
  const execution = interpreterOf(withShortTimers(machine)).run(input, {
    overrides: {
      taskResourceLocalHandlers: standIns(states, { failing, outputs, delays }),
      waitTimeOverrides: noWait(([, state]) => state.Type === 'Wait'),
      retryIntervalOverrides: noWait(([, state]) => state.Retry),
    },
  });
  const limit = setTimeout(execution.abort, longest);
  const [log, end] = await Promise.all([collect(execution.eventLogs), outcome(execution.result)]);
  clearTimeout(limit);
  return { ...end, log, ...fates(log) };
}

function interpreterOf(machine) {
  try {
    return new StateMachine(machine);
  } catch (error) {
    throw new Refused(`the interpreter does not accept the machine: ${error.message}`);
  }
}

async function collect(events) {
  const log = [];
  for await (const { type, state, index, Error: error } of events) log.push({ type, state: state?.name, index, error });
  return log;
}

async function outcome(result) {
  try {
    return { status: 'SUCCEEDED', output: await result };
  } catch (error) {
    if (error.name === 'ExecutionAbortedError') throw new Refused(`the execution did not end within ${longest / 1000} s`);
    const { name, message } = error.cause ?? error;
    return { status: 'FAILED', error: name, cause: message };
  }
}
