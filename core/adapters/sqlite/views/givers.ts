import { isLate } from '../../../domain/orderLine.ts'
import type { GiverRow, Givers, ViewParams } from '../../../ports/views.ts'
import { LINE } from '../productStatements.ts'
import { NEVER, type StoredLine, toLine, UNPINNED_RANKS } from '../rows.ts'
import { ROW, type StoredRow, toRow } from './lines.ts'
import { atOnce, type Prepare } from './page.ts'

export const readGivers = (prepare: Prepare, params: ViewParams<'givers'>): Givers =>
  atOnce(prepare, () => {
    const stored = prepare(
      `SELECT ${LINE} FROM lines
       WHERE order_id = @orderId AND sku = @sku AND line = @line AND state IN ('allocated', 'backordered')`,
    ).get(params) as StoredLine | undefined
    const taker = stored && toLine(stored)
    if (!taker || taker.pinned) return { rows: [], more: false }
    const found = prepare(
      `SELECT ${ROW} FROM batches CROSS JOIN lines ON batch_ref = ref AND state = 'allocated' AND rank IN (${UNPINNED_RANKS})
       WHERE batches.sku = @sku AND eta < ifnull((SELECT eta FROM batches WHERE ref = @batchRef), '${NEVER}')
         AND room + lines.qty >= @qty
       ORDER BY rank DESC, due DESC, lines.allocated DESC LIMIT @limit + 1`,
    ).all({ ...stored, limit: params.limit }) as StoredRow[]
    const rows = found.slice(0, params.limit).map(toRow) as Omit<GiverRow, 'lateForTaker'>[]
    return {
      rows: rows.map((row) => ({ ...row, lateForTaker: isLate(taker.dueDate, row.eta) })),
      more: found.length > params.limit,
    }
  })
