import fc from 'fast-check'
import { test } from 'vitest'
import { openWarehouse } from '../../core/index.ts'
import { agree } from '../support/model/agree.ts'
import { anySteps, STEPS } from '../support/model/anyStep.ts'
import { type Delivery, deliverAgain, ModelRun } from '../support/model/modelRun.ts'
import { NOW } from '../support/scenario/given.ts'
import { everything } from '../support/scenario/seen.ts'

// First deliveries keep their order, since another order would be other messages. What was refused was never handled,
// and may well be taken later: it is not sent again here.

/** For each message, after how many others it comes again; more than there are: at the end. */
const anyEchoes = fc.array(fc.uniqueArray(fc.nat(2 * STEPS), { minLength: 1, maxLength: 3 }), {
  minLength: STEPS,
  maxLength: STEPS,
})

test('whatever comes again, however late, often and out of order, comes to what it did the first time', async () => {
  const property = fc.asyncProperty(anySteps, anyEchoes, async (steps, echoes) => {
    const once = new ModelRun()
    for (const step of steps) await once.take(step)
    const again = await openWarehouse({ database: ':memory:', now: () => NOW })
    for (const delivery of shuffledIn(once.deliveries, echoes)) await deliverAgain(again, delivery)
    agree(await everything(again), await everything(once.real))
    await again.close()
    await once.close()
  })
  await fc.assert(property, { numRuns: 250 })
}, 300_000)

function shuffledIn(deliveries: readonly Delivery[], echoes: readonly (readonly number[])[]): Delivery[] {
  const last = deliveries.length - 1
  return deliveries.flatMap((first, now) => {
    const echoed = deliveries.filter(
      ({ answer }, sent) =>
        !('refused' in answer) && echoes[sent]?.some((later) => sent <= now && Math.min(sent + later, last) === now),
    )
    return [first, ...echoed.reverse()]
  })
}
