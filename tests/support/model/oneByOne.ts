import { DomainError, type Message, undoableTypes } from '../../../core/index.ts'
import type { Answer, Entry, Warehouse } from '../../../core/service/warehouse.ts'
import { type Step, sayNow } from './anyStep.ts'
import { NaiveWarehouse } from './naiveWarehouse.ts'

/** A message that was sent alone. `seq`: of its entry in history; null: it was refused, or had been handled before. */
export type Sent = { readonly entry: Entry; readonly answer: Answer; readonly seq: number | null }

/** Sends each step as a message of its own, under an id of its own, and answers what each came to. */
export async function sendOneByOne(warehouse: Warehouse, steps: readonly Step[]): Promise<Sent[]> {
  const naive = new NaiveWarehouse()
  const sent: Sent[] = []
  let next = 1
  for (const step of steps) {
    const entry = entryOf(step, naive, sent)
    const answer = await answerTo(warehouse, entry)
    const isNew = answer.refusal === null && answer.isNew
    sent.push({ entry, answer, seq: isNew ? next : null })
    if (!isNew) continue
    naive.handle(entry.message as Message, next)
    next += 1 + answer.outcome.events.length
  }
  return sent
}

function entryOf(step: Step, naive: NaiveWarehouse, sent: readonly Sent[]): Entry {
  const id = `m${sent.length}`
  if ('again' in step) return sent[step.again % sent.length]?.entry ?? { message: { type: 'NoticesRead', upTo: 1 }, id }
  if ('unreadable' in step) return { message: step.unreadable, id }
  if ('message' in step) return { message: step.message, id }
  const changes = sent.filter(({ seq, entry }) => seq !== null && isUndoable(entry))
  return {
    message: sayNow(
      step.wish,
      naive,
      changes.map(({ seq }) => seq!),
    ),
    id,
  }
}

const isUndoable = ({ message }: Entry): boolean => (undoableTypes as readonly string[]).includes(message.type)

async function answerTo(warehouse: Warehouse, entry: Entry): Promise<Answer> {
  const [answer] = await warehouse.handleAll([entry], { skipRefused: true })
  return answer!
}

/** What is equal when two answers say the same. */
export const plain = (answer: Answer): unknown =>
  answer.refusal instanceof DomainError ? { code: answer.refusal.code, details: answer.refusal.details } : answer
