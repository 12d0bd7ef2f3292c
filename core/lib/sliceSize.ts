/** How many steps of a long job make a slice that takes a given time; follows the clock from slice to slice. */
export class SliceSize {
  readonly #milliseconds: number
  readonly #most: number
  #steps = 10

  /** @param most steps, however fast they are */
  constructor(milliseconds: number, most: number) {
    this.#milliseconds = milliseconds
    this.#most = most
  }

  get steps(): number {
    return this.#steps
  }

  /** Says how long a slice of so many steps took. Slices at most double. */
  took(milliseconds: number, steps: number): void {
    const fitting = Math.floor((steps * this.#milliseconds) / Math.max(milliseconds, 0.1))
    this.#steps = Math.max(1, Math.min(this.#most, 2 * this.#steps, fitting))
  }
}
