import { DomainError, type Event, type Outcome, type Warehouse } from '../../../core/index.ts'

// What a test looks at, in the fewest words that tell it.

/** A line beyond an order's first is written `order/line`. */
const nameOf = ({ orderId, line }: { orderId: string; line: number }) => (line === 1 ? orderId : `${orderId}/${line}`)

/** Line -> batch, null while it waits. */
export async function places(warehouse: Warehouse): Promise<Record<string, string | null>> {
  const { rows } = await warehouse.view('lines', { limit: 1000 })
  return Object.fromEntries(rows.map((line) => [nameOf(line), line.batchRef]))
}

/** Line -> its state, and the batch that it is or was in. */
export async function states(warehouse: Warehouse): Promise<Record<string, string>> {
  const { rows } = await warehouse.view('lines', { limit: 1000 })
  return Object.fromEntries(rows.map((line) => [nameOf(line), [line.state, line.batchRef].join(' ').trim()]))
}

/** Batch -> units that it holds, those of its lines included. */
export async function holds(warehouse: Warehouse): Promise<Record<string, number>> {
  const { rows } = await warehouse.view('batches', { limit: 1000 })
  return Object.fromEntries(rows.map(({ ref, qty }) => [ref, qty]))
}

/** Batch -> units that are free. */
export async function free(warehouse: Warehouse): Promise<Record<string, number>> {
  const { rows } = await warehouse.view('batches', { limit: 1000 })
  return Object.fromEntries(rows.map(({ ref, available }) => [ref, available]))
}

/** What stands, whatever was done to come to it: products, batches and lines, but neither history nor notices. */
export async function standing(warehouse: Warehouse) {
  const all = { limit: 1000 }
  const {
    unreadNotices: _notices,
    unreadNoticeGroups: _groups,
    noticesForReader: _work,
    ...summary
  } = await warehouse.view('summary', {})
  const [products, batches, lines] = [
    await warehouse.view('products', all),
    await warehouse.view('batches', all),
    await warehouse.view('lines', { ...all, sort: 'order' }),
  ]
  // A line that was withdrawn and is there again has its old row.
  return {
    summary,
    products: products.rows,
    batches: batches.rows,
    lines: lines.rows.map(({ seq: _, ...line }) => line),
  }
}

/** What the people are told, as `order kind from > to`. */
export const told = ({ notices }: Outcome): string[] =>
  notices.map(({ kind, orderId, sku, from, to }) => `${orderId ?? sku} ${kind} ${from ?? '-'} > ${to ?? '-'}`)

/** What was raised, in order, as `type` and the line, batch or SKU that it is of. */
export const raised = ({ events }: Outcome): string[] =>
  events.map((event) => {
    const of = 'orderId' in event ? event.orderId : 'ref' in event ? event.ref : 'sku' in event ? event.sku : ''
    return `${event.type} ${of}`
  })

/** The events of one type, in order. */
export const eventsOf = <T extends Event['type']>({ events }: Outcome, type: T) =>
  events.filter((event): event is Extract<Event, { type: T }> => event.type === type)

/** The sequence in history of the message that came last. */
export async function lastMessage(warehouse: Warehouse): Promise<number> {
  const { rows } = await warehouse.view('history', { messages: true, limit: 1 })
  return rows[0]!.seq
}

/** Why it was refused; null when it was not. Any other error is thrown on. */
export async function refusal(answer: Promise<unknown>): Promise<Pick<DomainError, 'code' | 'details'> | null> {
  try {
    await answer
    return null
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, details: error.details }
  }
}

/** Every row of every view: equal before and after when nothing was written. */
export async function everything(warehouse: Warehouse): Promise<unknown> {
  const all = { limit: 1000 }
  return {
    summary: await warehouse.view('summary', {}),
    products: await warehouse.view('products', all),
    batches: await warehouse.view('batches', all),
    lines: await warehouse.view('lines', all),
    notices: await warehouse.view('notices', all),
    history: await warehouse.view('history', all),
    outbox: await warehouse.view('outbox', all),
  }
}
