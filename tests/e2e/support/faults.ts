import { type ElectronApplication, expect } from '@playwright/test'

/** What Chromium refused and what nobody caught, in any window. */
export class Faults {
  #found: string[] = []

  watch(app: ElectronApplication): void {
    app.context().on('console', (message) => {
      if (message.type() === 'error') this.#found.push(message.text())
    })
    app.context().on('weberror', (fault) => this.#found.push(`${fault.error()}`))
  }

  /** Since the last call there were no others than those that the test provokes. */
  expectOnly(provoked: RegExp | null): void {
    const found = this.#found
    this.#found = []
    expect(found.filter((fault) => !provoked?.test(fault))).toEqual([])
  }
}
