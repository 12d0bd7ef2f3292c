import type { LineState } from '../../../domain/orderLine.ts'
import type { ViewParams } from '../../../views.ts'
import { matching } from './lineSearch.ts'
import { contains, type Filter, type Prepare } from './page.ts'

type Params = ViewParams<'lines'>
type Given = NonNullable<Filter>

/** What the lines are narrowed to by one value, of which an index knows. */
type Narrowing = {
  readonly column: 'order_id' | 'batch_ref' | 'sku' | 'state'
  readonly value: string
  /** The index has the lines in these orders. */
  readonly inOrder: readonly Params['sort'][]
  /** What else leads to fewer of them. */
  readonly also?: string | undefined
  /** The index that SQLite would not take by itself. */
  readonly index?: string
}

export type Narrowed = {
  readonly from: string
  readonly filters: readonly Filter[]
  /** The parts in each of which the lines lie in the order that is asked for; null: they are one. */
  readonly parts: readonly Filter[]
  /** They are in no order, and have to be sorted. */
  readonly isGathered: boolean
}

const STATES: readonly LineState[] = ['allocated', 'backordered', 'dispatched', 'cancelled']

/**
 * Lines that are few are gathered with their index, and sorted. Of many, the list is read in its order, and what was not
 * asked for is passed over. A `+` keeps SQLite from going the other way.
 */
export function narrowLines(prepare: Prepare, params: Params): Narrowed {
  const { search = '', sort, state } = params
  const exactly = contains(['order_id', 'lines.sku'], search)
  const given = narrowings(params)
  const match = matching(prepare, search)
  const whole = { from: 'lines', parts: [null], isGathered: true }
  if (match && isFew(prepare, 'line_search', match, params))
    return { ...whole, filters: [among(match), exactly, ...given.map(passOver)] }
  const [lead, ...rest] = given
  const isGathered = !lead?.inOrder.includes(sort)
  if (lead && (!isGathered || isNeverMany(lead, params) || isFew(prepare, 'lines', lookUp(lead), params))) {
    const from = lead.index ? `lines INDEXED BY ${lead.index}` : 'lines'
    return { ...whole, from, filters: [lookUp(lead), exactly, ...rest.map(passOver)], isGathered }
  }
  const parts = sort === 'due' ? (state ? [state] : STATES).map(isState) : [null]
  return { ...whole, filters: [exactly, ...given.map(passOver)], parts, isGathered: false }
}

/** The first is likely to leave the fewest. */
function narrowings({ orderId, batchRef, sku, state, sort }: Params): Narrowing[] {
  const isWaiting = state === 'backordered'
  const all: (Omit<Narrowing, 'value'> & { value: string | undefined })[] = [
    { column: 'order_id', value: orderId, inOrder: ['order'] },
    { column: 'batch_ref', value: batchRef, inOrder: [], also: state && isState(state).sql },
    isWaiting
      ? { column: 'sku', value: sku, inOrder: [], also: isState(state).sql, index: 'lines_by_urgency' }
      : { column: 'sku', value: sku, inOrder: ['age', 'sku'] },
    state === 'allocated' || sort !== 'age'
      ? { column: 'state', value: state, inOrder: ['due'] }
      : { column: 'state', value: state, inOrder: ['age'], also: "lines.state <> 'allocated'" }, // as its index has them
  ]
  return all.filter((narrowing): narrowing is Narrowing => narrowing.value !== undefined)
}

/** The lines of a batch by due date are sorted in its index; and those that wait would be found late in any other order. */
const isNeverMany = ({ column }: Narrowing, { sort, state }: Params): boolean =>
  (column === 'batch_ref' && sort === 'due') || state === 'backordered'

const passOver = ({ column, value }: Narrowing): Given => ({
  sql: `+lines.${column} = @${column}`,
  params: { [column]: value },
})
const lookUp = ({ column, value, also }: Narrowing): Given => ({
  sql: `lines.${column} = @${column}${also ? ` AND ${also}` : ''}`,
  params: { [column]: value },
})
const isState = (state: LineState): Given => ({ sql: `lines.state = '${state}'`, params: {} })

const among = ({ sql, params }: Given): Given => ({
  sql: `lines.seq IN (SELECT rowid FROM line_search WHERE ${sql} UNION ALL SELECT seq FROM recent_lines)`,
  params,
})

/**
 * Whether they are gathered and sorted faster than the list is read until a page of them is found. Of n lines, h are gathered
 * in h steps, and a page of p is found in about p * n / h; which by due date are look-ups, too, and else far shorter steps.
 */
function isFew(prepare: Prepare, table: string, { sql, params }: Given, { limit, sort }: Params): boolean {
  const { newest } = prepare('SELECT ifnull(max(seq), 0) AS newest FROM lines').get() as { newest: number }
  const few = Math.ceil(Math.sqrt(limit * newest) / (sort === 'due' ? 1 : 4))
  const counted = prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${sql} LIMIT @few)`)
  return (counted.get({ ...params, few }) as { count: number }).count < few
}
