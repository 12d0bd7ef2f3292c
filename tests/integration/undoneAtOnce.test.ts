import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import type { Message } from '../../core/index.ts'
import { Warehouse } from '../../core/service/warehouse.ts'
import { byOrder, stockIn } from '../support/model/ages.ts'
import { agree } from '../support/model/agree.ts'
import { anyMessage, anyWish } from '../support/model/anyMessage.ts'
import { anySteps } from '../support/model/anyStep.ts'
import { ModelRun, personOf } from '../support/model/modelRun.ts'
import { NOW } from '../support/scenario/given.ts'
import { undo } from '../support/scenario/messages.ts'
import { lastMessage, refusal, standing, told } from '../support/scenario/seen.ts'

const anyWanted = fc.oneof(fc.record({ message: anyMessage }), ...[1, 2, 3].map(() => fc.record({ wish: anyWish })))
type Wanted = { message: Message } | { wish: Parameters<ModelRun['say']>[0] }
const someWanted = (count: number) => fc.array(anyWanted, { minLength: count, maxLength: count, size: 'max' })

test('an entry that is undone at once leaves everything as it was, and an undo that is undone, as it was before that', async () => {
  let undone = 0
  const property = fc.asyncProperty(anySteps, someWanted(8), someWanted(5), async (steps, wanted, later) => {
    const run = new ModelRun()
    for (const step of steps) await run.take(step)
    const messages = later.map((wish) => say(run, wish)).filter((message) => isOfBefore(message, run.lastSeq))
    const twin = await twinOf(run)
    const before = await everythingIn(run)
    for (const wish of wanted) {
      const after = await doAndUndo(run, say(run, wish))
      if (!after) continue
      undone++
      agree(await everythingIn(run), before)
      await undoLast(run)
      agree(await everythingIn(run), after)
      await undoLast(run)
      agree(await everythingIn(run), before)
      break
    }
    for (const message of messages) agree(await answerTo(message, run), await answerTo(message, twin))
    await run.close()
    await twin.real.close()
  })
  await fc.assert(property, { numRuns: 300 })
  expect(undone).toBeGreaterThan(250)
}, 300_000)

type Run = Pick<ModelRun, 'store' | 'real'>

const say = (run: ModelRun, wanted: Wanted): Message => ('wish' in wanted ? run.say(wanted.wish) : wanted.message)

/** Sequences from there on are of other messages in the twin. */
const isOfBefore = (message: Message, last: number) => message.type !== 'MessageUndone' || message.undoes <= last

async function twinOf(run: ModelRun): Promise<Run> {
  const store = new SqliteStore(':memory:')
  const real = new Warehouse(store, () => NOW)
  for (const { message, id, answer } of run.deliveries)
    if (!('refused' in answer)) await real.handle(message, { by: personOf(id) })
  return { store, real }
}

const everythingIn = async ({ store, real }: Run) => ({ ...(await standing(real)), stock: await stockIn(store) })

const undoLast = async ({ real }: Run) => real.handle(undo(await lastMessage(real)))

/** It changes a sheet, and cannot be undone. */
const isOnSheet = ({ type }: Message): boolean =>
  type === 'SheetOpened' || type === 'SheetLinesAdded' || type === 'SheetLineCounted'

/** How everything was in between; null when the message was refused, or changed nothing. */
async function doAndUndo(run: Run, message: Message) {
  if (isOnSheet(message)) return null
  if ((await refusal(run.real.handle(message))) !== null) return null
  const after = await everythingIn(run)
  const refused = await refusal(undoLast(run))
  if (refused?.code === 'NotUndoable') return null
  expect(refused).toBeNull()
  return after
}

/** What it came to, and then stands: ages as their order, since they are not the same numbers. */
async function answerTo(message: Message, { store, real }: Run) {
  const answers: unknown[] = []
  const refused = await refusal(real.handle(message).then((outcome) => answers.push([outcome.results, told(outcome)])))
  return { refused, answers, standing: await standing(real), stock: byOrder(await stockIn(store)) }
}
