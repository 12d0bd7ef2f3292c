import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import type { HistoryRow } from '../../core/index.ts'
import { Warehouse } from '../../core/service/warehouse.ts'
import { stockIn } from '../support/model/ages.ts'
import { agree } from '../support/model/agree.ts'
import { type Step, stepsOf } from '../support/model/anyStep.ts'
import { plain, type Sent, sendOneByOne } from '../support/model/oneByOne.ts'
import { NOW } from '../support/scenario/given.ts'
import { refusal, standing } from '../support/scenario/seen.ts'

const anySteps = stepsOf(5, 300)
/** How many messages come together, again and again in this order. */
const anySizes = fc.array(fc.constantFrom(1, 2, 5, 20, 100, 300), { minLength: 1, maxLength: 8 })

test('several messages in one commit come to what they come to one after the other', async () => {
  const property = fc.asyncProperty(anySteps, anySizes, async (steps, sizes) => {
    const [alone, together] = [opened(), opened()]
    const sent = await sendOneByOne(alone.warehouse, steps)
    const answers = []
    for (const slice of slicesOf(sent, sizes))
      answers.push(...(await together.warehouse.handleAll(slice.map(entryOf), { skipRefused: true })))
    agree(
      answers.map(plain),
      sent.map(({ answer }) => plain(answer)),
    )
    agree(await allOf(together), await allOf(alone))
    expect(await together.warehouse.check()).toEqual([])
    await close(alone, together)
  })
  await fc.assert(property, { numRuns: 60 })
}, 300_000)

test('of messages that come together, one that is refused leaves everything as it was', async () => {
  let refusals = 0
  const property = fc.asyncProperty(anySteps, anySizes, async (steps, sizes) => {
    const [alone, together] = [opened(), opened()]
    const sent = await sendOneByOne(alone.warehouse, steps.filter(isReadable))
    for (const slice of slicesOf(sent, sizes)) {
      const first = slice.find(({ answer }) => answer.refusal !== null)
      const before = first && (await newest(together))
      const refused = await refusal(together.warehouse.handleAll(slice.map(entryOf)))
      expect(refused).toEqual(first ? plain(first.answer) : null)
      if (!first) continue
      refusals++
      agree(await newest(together), before)
      await together.warehouse.handleAll(slice.filter(isTaken).map(entryOf))
    }
    agree(await allOf(together), await allOf(alone))
    await close(alone, together)
  })
  await fc.assert(property, { numRuns: 25 })
  expect(refusals).toBeGreaterThan(50)
}, 300_000)

test('a message that is refused changes nothing for those that come with it', async () => {
  const property = fc.asyncProperty(anySteps, anySizes, async (steps, sizes) => {
    const [alone, withRefused, without] = [opened(), opened(), opened()]
    const sent = await sendOneByOne(alone.warehouse, steps)
    for (const slice of slicesOf(sent, sizes)) {
      const answers = await withRefused.warehouse.handleAll(slice.map(entryOf), { skipRefused: true })
      const taken = await without.warehouse.handleAll(slice.filter(isTaken).map(entryOf))
      agree(
        answers.filter(({ refusal }) => refusal === null),
        taken,
      )
    }
    agree(await allOf(withRefused), await allOf(without))
    await close(alone, withRefused, without)
  })
  await fc.assert(property, { numRuns: 25 })
}, 300_000)

/** What cannot be read is refused before any other. */
const isReadable = (step: Step): boolean => !('unreadable' in step)

const entryOf = ({ entry }: Sent) => entry
const isTaken = ({ answer }: Sent): boolean => answer.refusal === null

/** An undo begins a new slice when what it takes back came with it: until then, that has no sequence to name it by. */
function slicesOf(sent: readonly Sent[], sizes: readonly number[]): Sent[][] {
  const slices: Sent[][] = []
  let slice: Sent[] = []
  for (const one of sent) {
    const isFull = slice.length === sizes[slices.length % sizes.length]
    if (isFull || slice.some(({ seq }) => seq !== null && seq <= undoneBy(one))) {
      slices.push(slice)
      slice = []
    }
    slice.push(one)
  }
  return [...slices, slice]
}

const undoneBy = ({ entry: { message } }: Sent): number => (message.type === 'MessageUndone' ? message.undoes : 0)

function opened() {
  const store = new SqliteStore(':memory:')
  return { store, warehouse: new Warehouse(store, () => NOW) }
}
type Opened = ReturnType<typeof opened>

async function close(...opened: Opened[]): Promise<void> {
  for (const { warehouse } of opened) await warehouse.close()
}

/** Everything that is stored: stock with its ages, notices, and history with what it is found by. */
async function allOf({ store, warehouse }: Opened) {
  return {
    stock: await stockIn(store),
    standing: await standing(warehouse),
    notices: await warehouse.view('notices', { limit: 1000 }),
    history: await historyOf(warehouse, {}),
    ofSku: [await historyOf(warehouse, { sku: 'A' }), await historyOf(warehouse, { sku: 'B' })].map(seqs),
  }
}

/** What no message leaves as it is, and no refusal changes. */
async function newest({ store, warehouse }: Opened) {
  const { rows } = await warehouse.view('history', { limit: 1 })
  return { rows, stock: await stockIn(store), summary: await warehouse.view('summary', {}) }
}

async function historyOf(warehouse: Warehouse, filter: { sku?: string }): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = []
  for (let after: [number] | undefined | null; after !== null; ) {
    const page = await warehouse.view('history', { ...filter, after: after ?? undefined, limit: 1000 })
    rows.push(...page.rows)
    after = page.next as [number] | null
  }
  return rows
}

const seqs = (rows: readonly HistoryRow[]): number[] => rows.map(({ seq }) => seq)
