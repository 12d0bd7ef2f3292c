import type { LineState } from '../../../domain/orderLine.ts'
import type { Summary } from '../../../views.ts'
import type { Prepare } from './page.ts'

export function readSummary(prepare: Prepare): Summary {
  const count = (sql: string) => (prepare(sql).get() as { count: number }).count
  const ofState = (state: LineState) => count(`SELECT count(*) AS count FROM lines WHERE state = '${state}'`)
  return {
    products: count('SELECT count(*) AS count FROM products'),
    batches: count('SELECT count(*) AS count FROM batches'),
    lines: {
      allocated: ofState('allocated'),
      backordered: ofState('backordered'),
      dispatched: ofState('dispatched'),
      cancelled: ofState('cancelled'),
    },
    unreadNotices: count('SELECT count(*) AS count FROM notices WHERE seq > (SELECT up_to FROM notices_read)'),
  }
}
