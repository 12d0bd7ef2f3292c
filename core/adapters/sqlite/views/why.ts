import type { OrderLine } from '../../../domain/orderLine.ts'
import { explain, type Surroundings, type Why } from '../../../domain/why.ts'
import type { ViewParams } from '../../../ports/views.ts'
import { BATCH, LINE, WORST_PROTECTED } from '../productStatements.ts'
import { fromLine, type StoredBatch, type StoredLine, toBatch, toLine } from '../rows.ts'
import { atOnce, type Prepare } from './page.ts'

export const readWhy = (prepare: Prepare, params: ViewParams<'why'>): Why | null =>
  atOnce(prepare, () => readAtOnce(prepare, params))

function readAtOnce(prepare: Prepare, id: ViewParams<'why'>): Why | null {
  const row = prepare(
    `SELECT ${LINE} FROM lines WHERE order_id = @orderId AND sku = @sku AND line = @line AND state <> 'withdrawn'`,
  ).get(id) as StoredLine | undefined
  if (!row) return null
  const own = prepare(`SELECT ${BATCH} FROM batches WHERE ref = ?`).get(row.batchRef) as StoredBatch | undefined
  const line = toLine(row)
  return explain(line, own ? toBatch(own) : null, new StoredSurroundings(prepare, line))
}

class StoredSurroundings implements Surroundings {
  readonly #prepare: Prepare
  readonly #line: StoredLine

  constructor(prepare: Prepare, line: OrderLine) {
    this.#prepare = prepare
    this.#line = fromLine(line)
  }

  get batches(): number {
    const { batches } = this.#prepare('SELECT batches FROM products WHERE sku = @sku').get(this.#line) as {
      batches: number
    }
    return batches
  }

  nearest(most: number) {
    const found = this.#prepare(
      `SELECT ${BATCH} FROM batches WHERE sku = @sku AND ref IS NOT @batchRef
       ORDER BY eta > @due, room DESC, eta, created LIMIT @most`,
    ).all({ ...this.#line, most })
    return (found as StoredBatch[]).map(toBatch)
  }

  largeEnough() {
    const found = this.#prepare(
      `SELECT ${BATCH} FROM batches WHERE sku = @sku AND qty - set_aside >= @qty AND eta <= @due ORDER BY eta, created LIMIT 1`,
    ).get(this.#line) as StoredBatch | undefined
    return found ? toBatch(found) : null
  }

  /** All at once from their index alone, which is three times as fast as one by one. */
  unitsAhead() {
    const units = this.#prepare(
      `SELECT qty FROM lines INDEXED BY lines_by_urgency
       WHERE sku = @sku AND state = 'backordered' AND (rank, due, ordered) < (@rank, @due, @ordered)
       ORDER BY rank DESC, due DESC, ordered DESC`,
    ).pluck()
    return units.all(this.#line) as number[]
  }

  *linesOf(ref: string) {
    for (const row of this.#prepare(WORST_PROTECTED).iterate(ref)) yield toLine(row as StoredLine)
  }
}
