import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Message, type MessageInput, type Outcome, openWarehouse } from '../../core/index.ts'
import { Warehouse } from '../../core/warehouse.ts'
import { anyMessage, anyStock, anyUnreadable } from '../support/anyMessage.ts'
import { NOW } from '../support/given.ts'
import { MemoryStore } from '../support/memoryUnitOfWork.ts'
import { NaiveWarehouse, Refused } from '../support/naiveWarehouse.ts'
import { everything, refusal } from '../support/seen.ts'

/** `again`: a message that was handled before comes once more, under its id. */
type Step = { message: Message } | { unreadable: MessageInput } | { again: number }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ message: anyMessage }) },
  { weight: 1, arbitrary: fc.record({ unreadable: anyUnreadable }) },
  { weight: 2, arbitrary: fc.record({ again: fc.nat() }) },
)
const anySteps: fc.Arbitrary<Step[]> = fc
  .tuple(anyStock, fc.array(anyStep, { minLength: 1, maxLength: 45, size: 'max' }))
  .map(([stock, steps]) => [...stock.map((message) => ({ message })), ...steps])

type Handled = { message: Message; id: string; outcome: Outcome }

test('whatever is sent, in whatever order, comes to what the rules say, and breaks none of them', async () => {
  const property = fc.asyncProperty(anySteps, async (steps) => {
    const real = await openWarehouse({ database: ':memory:', now: () => NOW })
    const inMemory = new Warehouse(new MemoryStore(), () => NOW)
    const naive = new NaiveWarehouse()
    const handled: Handled[] = []
    for (const [index, step] of steps.entries()) {
      if ('again' in step) await sendAgain(real, handled[step.again % handled.length])
      else if ('unreadable' in step) await sendUnreadable(real, step.unreadable)
      else {
        const sent = { message: step.message, id: `m${index}` }
        const outcome = await send(real, inMemory, naive, sent)
        if (outcome) handled.push({ ...sent, outcome })
      }
      expect(await standing(real)).toEqual(standingOf(naive))
      expect(await real.check()).toEqual([])
    }
    await real.close()
  })
  await fc.assert(property, { numRuns: 200 })
})

/** Answers null when it was refused. */
async function send(
  real: Warehouse,
  inMemory: Warehouse,
  naive: NaiveWarehouse,
  { message, id }: Omit<Handled, 'outcome'>,
): Promise<Outcome | null> {
  const preview = await outcomeOrRefusal(real.preview(message))
  const outcome = await outcomeOrRefusal(real.handle(message, { id }))
  expect(preview).toEqual(outcome)
  expect(await outcomeOrRefusal(inMemory.handle(message, { id }))).toEqual(outcome)
  const expected = answerOf(naive, message)
  if ('refused' in outcome) {
    expect(outcome).toEqual(expected)
    return null
  }
  expect({ results: outcome.results, notices: outcome.notices }).toEqual(expected)
  return outcome
}

async function sendAgain(real: Warehouse, before: Handled | undefined): Promise<void> {
  if (!before) return
  const all = await everything(real)
  expect(await real.handle(before.message, { id: before.id })).toEqual(before.outcome)
  expect(await everything(real)).toEqual(all)
}

async function sendUnreadable(real: Warehouse, message: MessageInput): Promise<void> {
  expect(await refusal(real.handle(message))).toMatchObject({ code: 'InvalidMessage' })
}

async function outcomeOrRefusal(answer: Promise<Outcome>): Promise<Outcome | { refused: object }> {
  let outcome: Outcome | undefined
  const refused = await refusal(answer.then((value) => (outcome = value)))
  return outcome ?? { refused: refused! }
}

function answerOf(naive: NaiveWarehouse, message: Message): object {
  try {
    return naive.handle(message)
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    throw error
  }
}

async function standing(real: Warehouse) {
  const { rows: lines } = await real.view('lines', { limit: 1000 })
  const { rows: batches } = await real.view('batches', { limit: 1000 })
  const { unreadNotices } = await real.view('summary', {})
  return {
    lines: lines.map(({ orderId, line, sku, qty, dueDate, batchRef }) => [orderId, line, sku, qty, dueDate, batchRef]),
    batches: batches.map(({ ref, qty, available }) => [ref, qty, available]).sort(),
    unreadNotices,
  }
}

function standingOf(naive: NaiveWarehouse): Awaited<ReturnType<typeof standing>> {
  return {
    lines: naive.lines.map(({ orderId, line, sku, qty, dueDate, batch }) => [orderId, line, sku, qty, dueDate, batch]),
    batches: naive.batches.map(({ ref, qty }) => [ref, qty, naive.free(ref)]).sort(),
    unreadNotices: naive.notices - naive.read,
  }
}
