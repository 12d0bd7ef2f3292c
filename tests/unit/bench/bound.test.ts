import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Message, type Outcome, openWarehouse, type Warehouse } from '../../../core/index.ts'
import { Bound } from '../../bench/bound/bound.ts'
import { EqualRows } from '../../bench/bound/equalRows.ts'
import { PlainRows } from '../../bench/bound/plainRows.ts'
import { placesIn } from '../../bench/data/places.ts'
import { temporaryFolder } from '../../support/files/temporaryFolder.ts'
import { anyMessage, anyStock } from '../../support/model/anyMessage.ts'
import { refusal } from '../../support/scenario/seen.ts'

/** The bound does these, and nothing else. */
const known = ['BatchCreated', 'AllocationRequired', 'BatchQuantityChanged', 'StockDamaged']
const isKnown = ({ type }: Message) => known.includes(type)

const anyMessages: fc.Arbitrary<Message[]> = fc
  .tuple(anyStock, fc.array(anyMessage.filter(isKnown), { minLength: 10, maxLength: 40, size: 'max' }))
  .map(([stock, messages]) => [...stock, ...messages])

const bounds = {
  bound: async (file: string) => new Bound(new PlainRows(file)),
  'equal bound': async (file: string) => {
    await (await openWarehouse({ database: file })).close()
    return new Bound(new EqualRows(file))
  },
}

test.for(Object.entries(bounds))('the %s gives every line the place that the core gives it', async ([name, open]) => {
  const folder = temporaryFolder()
  let run = 0
  const property = fc.asyncProperty(anyMessages, async (messages) => {
    const [coreFile, boundFile] = [`${folder}/core-${++run}.db`, `${folder}/bound-${run}.db`]
    const core = await openWarehouse({ database: coreFile })
    const bound = await open(boundFile)
    for (const message of messages) {
      const outcome = await outcomeOf(core, message)
      if (outcome) expect(tell(bound, message, outcome)).toBe(outcome.results[0])
    }
    bound.close()
    expect(placesIn(boundFile)).toEqual(placesIn(coreFile))
    if (name === 'equal bound') await expectAllKept(boundFile, core)
    await core.close()
  })
  await fc.assert(property, { numRuns: 25 })
})

/** Nothing is wrong with the file, and it holds as many rows. */
async function expectAllKept(file: string, core: Warehouse): Promise<void> {
  const bound = await openWarehouse({ database: file })
  expect(await bound.check()).toEqual([])
  const { unreadNoticeGroups: _groups, noticesForReader: _work, ...kept } = await bound.view('summary', {})
  expect(await core.view('summary', {})).toMatchObject(kept)
  await bound.close()
}

/** null: it was refused, which the bound has no answer to. */
async function outcomeOf(core: Warehouse, message: Message): Promise<Outcome | null> {
  let outcome: Outcome | null = null
  await refusal(core.handle(message).then((answer) => (outcome = answer)))
  return outcome
}

/** Answers the batch of a line, null for everything else. */
function tell(bound: Bound, message: Message, { results, events }: Outcome): string | null {
  if (message.type === 'BatchCreated') bound.createBatch(message)
  if (message.type === 'BatchQuantityChanged') bound.changeQuantity(message)
  if (message.type === 'StockDamaged')
    for (const event of events) if (event.type === 'BatchQuantityChanged') bound.changeQuantity(event)
  if (message.type !== 'AllocationRequired') return null
  const isNew = events.length > 0
  return isNew ? bound.allocate(message) : (results[0] ?? null)
}
