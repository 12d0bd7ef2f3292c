/** Runs asynchronous jobs one at a time, in the order in which they were added. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Settles as the job does. A job that fails does not keep the next one from running. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(job)
    this.#last = turn.catch(() => {}) // its caller hears of the failure
    return turn
  }
}
