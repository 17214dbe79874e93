// What became of each state that an execution entered.

// fates takes a log of {type, state, index}, index being the number of the map's item, and returns the names of the states
// that were entered, that succeeded, that failed (also when a retrier or a catcher took the error), whose error was
// caught, and that were stopped: entered, and then neither finished nor failed.
export function fates(log) {
  const fates = { entered: [], succeeded: [], failed: [], caught: [], stopped: [] };
  const last = new Map();
  for (const event of log) {
    const key = JSON.stringify([event.state, event.index]);
    const fate = fateOf(event.type, last.get(key)?.type);
    if (fate) fates[fate].push(event.state);
    if (event.state !== undefined) last.set(key, event);
  }
  for (const { type, state } of last.values()) {
    if (type === 'StateEntered' || type === 'StateRetried') fates.stopped.push(state);
  }
  return fates;
}

function fateOf(type, before) {
  switch (type) {
    case 'StateEntered': return 'entered';
    case 'StateFailed': return 'failed';
    case 'StateCaught': return 'caught';
    case 'StateExited': return before === 'StateCaught' ? undefined : 'succeeded';
  }
}
