import type { FoundOrder, ViewParams } from '../../../ports/views.ts'
import { trigramsOf } from './lineSearch.ts'
import { contains, type Prepare } from './page.ts'

/** Lines that contain the text, the newest first, whose orders are looked at. */
const MOST_LINES = 500

/** By an index in any case: those that begin with the text, as it is written or in capitals, then others that contain it. */
export function readOrders(prepare: Prepare, { search, limit }: ViewParams<'orders'>): readonly FoundOrder[] {
  const beginning = prepare(`SELECT DISTINCT order_id AS orderId FROM lines
    WHERE order_id >= @text AND order_id < @text || char(1114111) ORDER BY order_id LIMIT @limit`)
  const found = [search, search.toUpperCase()].flatMap((text) => beginning.all({ text, limit }) as FoundOrder[])
  const orders = new Set([...found, ...containing(prepare, search, limit)].map(({ orderId }) => orderId))
  return [...orders].slice(0, limit).map((orderId) => ({ orderId }))
}

function containing(prepare: Prepare, search: string, limit: number): FoundOrder[] {
  const trigrams = trigramsOf(prepare, [...search])
  const filter = contains(['order_id'], search)
  if (trigrams === null || !filter) return []
  const newest = `SELECT rowid AS seq FROM line_search WHERE line_search MATCH @trigrams ORDER BY rowid DESC LIMIT ${MOST_LINES}`
  const lines = `SELECT seq FROM (${newest}) UNION ALL SELECT seq FROM recent_lines`
  const orders = prepare(
    `SELECT DISTINCT order_id AS orderId FROM lines WHERE seq IN (${lines}) AND ${filter.sql} LIMIT @limit`,
  )
  return orders.all({ ...filter.params, trigrams, limit }) as FoundOrder[]
}
