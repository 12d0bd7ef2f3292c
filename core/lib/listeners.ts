/** Whoever wants to hear of something. A listener that is added or removed during a call counts from the next one. */
export class Listeners<Args extends unknown[] = []> {
  readonly #listeners = new Set<{ readonly call: (...args: Args) => void }>()

  /** Calls the listener until the returned function is called. The same function added twice is called twice. */
  readonly add = (call: (...args: Args) => void): (() => void) => {
    const entry = { call }
    this.#listeners.add(entry)
    return () => void this.#listeners.delete(entry)
  }

  /** In the order in which they were added. What a listener throws reaches the caller. */
  call(...args: Args): void {
    for (const { call } of [...this.#listeners]) call(...args)
  }
}
