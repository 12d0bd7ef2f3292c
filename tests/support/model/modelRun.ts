import { SqliteStore } from '../../../core/adapters/sqlite/store.ts'
import { type Message, type Outcome, undoableTypes } from '../../../core/index.ts'
import { Warehouse } from '../../../core/service/warehouse.ts'
import { NOW } from '../scenario/given.ts'
import { eventsOf, refusal } from '../scenario/seen.ts'
import { agree } from './agree.ts'
import type { Wish } from './anyMessage.ts'
import { type Step, sayNow } from './anyStep.ts'
import { Refused } from './naiveAnswer.ts'
import { NaiveWarehouse } from './naiveWarehouse.ts'

const UNDOABLE: ReadonlySet<string> = new Set(undoableTypes)

export type Answer = Outcome | { readonly refused: object }
export type Delivery = { readonly message: Message; readonly id: string; readonly answer: Answer }

/** Every step goes to the app's own warehouse and to the naive one, and both must answer the same. */
export class ModelRun {
  readonly store = new SqliteStore(':memory:')
  readonly real = new Warehouse(this.store, () => NOW)
  /** Each message once, refused ones too. */
  readonly deliveries: Delivery[] = []
  protected readonly naive = new NaiveWarehouse()
  /** The sequences of what can be undone. */
  readonly #changes: number[] = []
  #nextSeq = 1

  async take(step: Step): Promise<void> {
    if ('again' in step) await this.#sendAgain(step.again)
    else if ('unreadable' in step) agree((await refusal(this.real.handle(step.unreadable)))?.code, 'InvalidMessage')
    else await this.#send('wish' in step ? this.say(step.wish) : step.message)
  }

  /** The sequence of the newest entry in history. */
  get lastSeq(): number {
    return this.#nextSeq - 1
  }

  /** The message that a person with this wish would send now. */
  say(wish: Wish): Message {
    return sayNow(wish, this.naive, this.#changes)
  }

  close(): Promise<void> {
    return this.real.close()
  }

  protected answer(message: Message, id: string): Promise<Answer> {
    return answerOf(this.real.handle(message, { id, by: personOf(id) }))
  }

  async #send(message: Message): Promise<void> {
    const id = `m${this.deliveries.length}`
    const answer = await this.answer(message, id)
    agree('refused' in answer ? answer : asNaive(answer), naiveAnswer(this.naive, { message, id }, this.#nextSeq))
    this.deliveries.push({ message, id, answer })
    if ('refused' in answer) return
    if (UNDOABLE.has(message.type)) this.#changes.push(this.#nextSeq)
    this.#nextSeq += 1 + answer.events.length
  }

  async #sendAgain(choice: number): Promise<void> {
    const handled = this.deliveries.filter(({ answer }) => !('refused' in answer))
    const before = handled[choice % handled.length]
    if (before) await deliverAgain(this.real, before)
  }
}

/** Two people take turns. */
export const personOf = (id: string): string => (Number(id.slice(1)) % 2 === 0 ? 'Kim' : 'Lee')

/** The answer must be the first one. */
export async function deliverAgain(warehouse: Warehouse, { message, id, answer }: Delivery): Promise<void> {
  agree(await answerOf(warehouse.handle(message, { id, by: personOf(id) })), answer)
}

export async function answerOf(handled: Promise<Outcome>): Promise<Answer> {
  let outcome: Outcome | undefined
  const refused = await refusal(handled.then((value) => (outcome = value)))
  return outcome ?? { refused: refused! }
}

function asNaive(outcome: Outcome): object {
  const stays = eventsOf(outcome, 'NotDispatched').map(({ type: _, ...line }) => line)
  return { results: outcome.results, notices: outcome.notices, stays }
}

function naiveAnswer(naive: NaiveWarehouse, { message, id }: Omit<Delivery, 'answer'>, seq: number): object {
  try {
    return naive.handle(message, seq, personOf(id))
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    throw error
  }
}
