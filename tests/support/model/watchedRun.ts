import type { Message } from '../../../core/index.ts'
import { Warehouse } from '../../../core/service/warehouse.ts'
import { MemoryStore } from '../memory/memoryUnitOfWork.ts'
import { NOW } from '../scenario/given.ts'
import { agree } from './agree.ts'
import type { Step } from './anyStep.ts'
import { type Answer, answerOf, ModelRun, personOf } from './modelRun.ts'
import { type Line, stateOf } from './naiveStock.ts'
import type { NaiveWarehouse } from './naiveWarehouse.ts'

/**
 * A run in which everything must agree after each step: with the answers also that of a preview before, and that of a
 * warehouse whose store is in memory; and what then stands.
 */
export class WatchedRun extends ModelRun {
  readonly #inMemory = new Warehouse(new MemoryStore(), () => NOW)

  override async take(step: Step): Promise<void> {
    await super.take(step)
    agree(await standingIn(this.real), standingOf(this.naive))
  }

  /** Of what costs more to look at than a step does. */
  async check(): Promise<void> {
    for (const [reader, read] of this.naive.read) {
      const { unreadNotices } = await this.real.view('summary', { reader })
      agree(unreadNotices, this.naive.notices - read)
    }
    agree(await this.real.check(), [])
  }

  protected override async answer(message: Message, id: string): Promise<Answer> {
    const preview = await answerOf(this.real.preview(message, { by: personOf(id) }))
    const answer = await super.answer(message, id)
    agree(preview, answer)
    agree(await answerOf(this.#inMemory.handle(message, { id, by: personOf(id) })), answer)
    return answer
  }
}

async function standingIn(real: Warehouse) {
  const { rows: lines } = await real.view('lines', { limit: 1000 })
  const { rows: batches } = await real.view('batches', { limit: 1000 })
  return {
    lines: lines.map((line) => [...orderedWith(line), line.state, line.batchRef, line.pinned]).sort(),
    batches: batches.map((batch) => [batch.ref, batch.eta, batch.qty, batch.setAside, batch.available]).sort(),
  }
}

const orderedWith = ({
  orderId,
  line,
  sku,
  qty,
  dueDate,
  customer,
  priority,
}: Pick<Line, 'orderId' | 'line' | 'sku' | 'qty' | 'dueDate' | 'customer' | 'priority'>) => [
  ...[orderId, line, sku, qty],
  ...[dueDate, customer, priority],
]

function standingOf({ stock }: NaiveWarehouse): Awaited<ReturnType<typeof standingIn>> {
  return {
    lines: stock.lines
      .map((line) => [...orderedWith(line), stateOf(line), line.batch, line.gone === null && line.pinned])
      .sort(),
    batches: stock.batches.map((batch) => [batch.ref, batch.eta, batch.qty, batch.setAside, stock.free(batch)]).sort(),
  }
}
