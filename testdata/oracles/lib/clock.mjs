// A clock that takes no time: it jumps to the next sleeper when nobody has anything left to do. So the order of events
// follows from the delays alone, however busy the computer is.
export class Clock {
  #now = 0;
  #sleepers = [];

  // sleep returns a promise that is kept when all who sleep for less, and those who slept as long before, have been woken
  // and have done what they could.
  sleep(milliseconds) {
    return new Promise(wake => {
      if (!this.#sleepers.length) setImmediate(() => this.#wakeNext());
      this.#sleepers.push({ due: this.#now + milliseconds, wake });
    });
  }

  // setImmediate comes after all promises that are kept by now.
  #wakeNext() {
    const next = this.#sleepers.reduce((first, sleeper) => (sleeper.due < first.due ? sleeper : first));
    this.#sleepers.splice(this.#sleepers.indexOf(next), 1);
    if (this.#sleepers.length) setImmediate(() => this.#wakeNext());
    this.#now = next.due;
    next.wake();
  }
}
