import { flushSync } from 'react-dom'

const PATIENCE = 15 // milliseconds beyond the longest gap between two keys of a scanner

/**
 * Keys that a control would act on at once, such as the letters that choose an option or the digits of a date. They are
 * held back until it is clear whether they belong to a scan: then they are dropped, else pressed again.
 */
export class HeldKeys {
  #held: KeyboardEvent[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #pressedAgain = new WeakSet<Event>()
  readonly #longestGap: () => number

  /** `longestGap`: between two keys of a scanner, in milliseconds. */
  constructor(longestGap: () => number) {
    this.#longestGap = longestGap
  }

  isPressedAgain(event: Event): boolean {
    return this.#pressedAgain.has(event)
  }

  hold(event: KeyboardEvent): void {
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#held.push(event)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.release(), this.#longestGap() + PATIENCE)
  }

  drop(): void {
    clearTimeout(this.#timer)
    this.#held = []
  }

  release(): void {
    const held = this.#held
    this.drop()
    for (const event of held) flushSync(() => this.#pressAgain(event)) // each key finds what the last one did
  }

  #pressAgain({ key, code, shiftKey }: KeyboardEvent): void {
    const target = document.activeElement ?? document.body // a segment of a date that is complete moves the focus on
    const options = { key, code, shiftKey, bubbles: true, cancelable: true }
    for (const type of ['keydown', 'keyup'] as const) {
      const event = new KeyboardEvent(type, options)
      this.#pressedAgain.add(event)
      const isTyped = target.dispatchEvent(event) && type === 'keydown'
      if (isTyped)
        target.dispatchEvent(new InputEvent('beforeinput', { ...options, data: key, inputType: 'insertText' }))
    }
  }
}
