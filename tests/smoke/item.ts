import { test as base, expect } from '@playwright/test'
import { type Capability, lacking } from './capabilities.ts'
import { Session } from './session.ts'

type Body = (args: { session: Session }) => Promise<void>

const test = base.extend<{ session: Session }, { shared: Session }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const shared = await Session.create()
      await use(shared)
      await shared.end()
    },
    { scope: 'worker' },
  ],
  /** The app on its first screen: the one that the item before has left, where it runs. */
  session: async ({ shared }, use) => {
    await shared.open()
    await use(shared)
  },
})

/**
 * An item of the suite.
 * @param number in the list of docs/platforms.md
 * @param rule what holds when it passes
 * @param wanted what a run must have to show it; where that is missing, the item is only listed
 */
export function item(number: number, rule: string, wanted: readonly Capability[], body: Body): void {
  const lacks = lacking(wanted)
  const declare = lacks.length > 0 ? test.fixme : test
  const annotation = lacks.map((description) => ({ type: 'lacks', description }))
  declare(`${number} ${rule}`, { annotation }, body)
}

export { expect }
