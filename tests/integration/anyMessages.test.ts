import fc from 'fast-check'
import { test } from 'vitest'
import { anySteps } from '../support/model/anyStep.ts'
import { WatchedRun } from '../support/model/watchedRun.ts'

const CHECKED_EVERY = 25

test('whatever is sent, in whatever order, comes to what the rules say, and breaks none of them', async () => {
  const property = fc.asyncProperty(anySteps, async (steps) => {
    const run = new WatchedRun()
    for (const [index, step] of steps.entries()) {
      await run.take(step)
      if ((index + 1) % CHECKED_EVERY === 0 || index === steps.length - 1) await run.check()
    }
    await run.close()
  })
  await fc.assert(property, { numRuns: 500 })
}, 300_000)
