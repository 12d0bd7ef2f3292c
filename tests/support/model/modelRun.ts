import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { SqliteStore } from '../../../core/adapters/sqlite/store.ts'
import { type Message, type Outcome, undoableTypes } from '../../../core/index.ts'
import { Warehouse } from '../../../core/service/warehouse.ts'
import { MemoryStore } from '../memory/memoryUnitOfWork.ts'
import { NOW } from '../scenario/given.ts'
import { eventsOf, refusal } from '../scenario/seen.ts'
import type { Wish } from './anyMessage.ts'
import { type Step, sayNow } from './anyStep.ts'
import { Refused } from './naiveAnswer.ts'
import { stateOf } from './naiveStock.ts'
import { NaiveWarehouse } from './naiveWarehouse.ts'

const UNDOABLE: ReadonlySet<string> = new Set(undoableTypes)

type Answer = Outcome | { readonly refused: object }
export type Delivery = { readonly message: Message; readonly id: string; readonly answer: Answer }

/** Every step goes to the app's own warehouse, to one whose store is in memory, and to the naive one: all must agree. */
export class ModelRun {
  readonly store = new SqliteStore(':memory:')
  readonly real = new Warehouse(this.store, () => NOW)
  /** Each message once, refused ones too. */
  readonly deliveries: Delivery[] = []
  readonly #inMemory = new Warehouse(new MemoryStore(), () => NOW)
  readonly #naive = new NaiveWarehouse()
  /** The sequences of what can be undone. */
  readonly #changes: number[] = []
  #nextSeq = 1

  async take(step: Step): Promise<void> {
    if ('again' in step) await this.#sendAgain(step.again)
    else if ('unreadable' in step) agree((await refusal(this.real.handle(step.unreadable)))?.code, 'InvalidMessage')
    else await this.#send('wish' in step ? this.say(step.wish) : step.message)
    agree(await standingIn(this.real), standingOf(this.#naive))
  }

  /** The sequence of the newest entry in history. */
  get lastSeq(): number {
    return this.#nextSeq - 1
  }

  /** The message that a person with this wish would send now. */
  say(wish: Wish): Message {
    return sayNow(wish, this.#naive, this.#changes)
  }

  /** Of what costs more to look at than a step does. */
  async check(): Promise<void> {
    const { unreadNotices } = await this.real.view('summary', {})
    agree(unreadNotices, this.#naive.notices - this.#naive.read)
    agree(await this.real.check(), [])
  }

  close(): Promise<void> {
    return this.real.close()
  }

  async #send(message: Message): Promise<void> {
    const id = `m${this.deliveries.length}`
    const preview = await answerOf(this.real.preview(message))
    const answer = await answerOf(this.real.handle(message, { id }))
    agree(preview, answer)
    agree(await answerOf(this.#inMemory.handle(message, { id })), answer)
    agree('refused' in answer ? answer : asNaive(answer), naiveAnswer(this.#naive, message, this.#nextSeq))
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

/** As `toEqual`, but fast when they are equal. */
function agree(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

/** The answer must be the first one. */
export async function deliverAgain(warehouse: Warehouse, { message, id, answer }: Delivery): Promise<void> {
  agree(await answerOf(warehouse.handle(message, { id })), answer)
}

async function answerOf(handled: Promise<Outcome>): Promise<Answer> {
  let outcome: Outcome | undefined
  const refused = await refusal(handled.then((value) => (outcome = value)))
  return outcome ?? { refused: refused! }
}

function asNaive(outcome: Outcome): object {
  const stays = eventsOf(outcome, 'NotDispatched').map(({ type: _, ...line }) => line)
  return { results: outcome.results, notices: outcome.notices, stays }
}

function naiveAnswer(naive: NaiveWarehouse, message: Message, seq: number): object {
  try {
    return naive.handle(message, seq)
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    throw error
  }
}

async function standingIn(real: Warehouse) {
  const { rows: lines } = await real.view('lines', { limit: 1000 })
  const { rows: batches } = await real.view('batches', { limit: 1000 })
  return {
    lines: lines
      .map((line) => [line.orderId, line.line, line.sku, line.qty, line.dueDate, line.state, line.batchRef])
      .sort(),
    batches: batches.map((batch) => [batch.ref, batch.eta, batch.qty, batch.setAside, batch.available]).sort(),
  }
}

function standingOf({ stock }: NaiveWarehouse): Awaited<ReturnType<typeof standingIn>> {
  return {
    lines: stock.lines
      .map((line) => [line.orderId, line.line, line.sku, line.qty, line.dueDate, stateOf(line), line.batch])
      .sort(),
    batches: stock.batches.map((batch) => [batch.ref, batch.eta, batch.qty, batch.setAside, stock.free(batch)]).sort(),
  }
}
