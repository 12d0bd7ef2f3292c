import type { LineState } from '../../../domain/orderLine.ts'
import type { ViewParams } from '../../../views.ts'
import { matching } from './lineSearch.ts'
import { contains, type Filter, type Prepare } from './page.ts'

type Sort = ViewParams<'lines'>['sort']
type Given = NonNullable<Filter>

/** What the lines are narrowed to by one value. An index leads to them, in the order of these sorts. */
type Narrowing = {
  readonly column: 'order_id' | 'batch_ref' | 'sku' | 'state'
  readonly value: string
  readonly inOrder: readonly Sort[]
}

type Narrowed = {
  readonly filters: readonly Filter[]
  /** The parts in each of which an index has the lines in the order that is asked for; null: they are one. */
  readonly liesIn: readonly Filter[]
}

/** As many are gathered and sorted faster than a list of a million is read until a page of them is found. */
const FEW = 1000
const STATES: readonly LineState[] = ['allocated', 'backordered', 'dispatched', 'cancelled']

/**
 * Lines that are few are gathered with their index, and sorted. Of many, the list is read in its order, and what was not
 * asked for is passed over. A `+` keeps SQLite from going the other way.
 */
export function narrowLines(prepare: Prepare, params: ViewParams<'lines'>): Narrowed {
  const { search = '', sort } = params
  const exactly = contains(['order_id', 'lines.sku'], search)
  const given = narrowings(params)
  const match = matching(prepare, search)
  if (match && isFew(prepare, 'line_search', match))
    return { filters: [among(match), exactly, ...given.map(passOver)], liesIn: [null] }
  const [lead, ...rest] = given
  if (lead && (lead.inOrder.includes(sort) || isFew(prepare, 'lines', lookUp(lead, params))))
    return { filters: [lookUp(lead, params), exactly, ...rest.map(passOver)], liesIn: [null] }
  return { filters: [exactly, ...given.map(passOver)], liesIn: sort === 'due' ? STATES.map(isState) : [null] }
}

/** The first is likely to leave the fewest. */
function narrowings({ orderId, batchRef, sku, state }: ViewParams<'lines'>): Narrowing[] {
  const all: (Omit<Narrowing, 'value'> & { value: string | undefined })[] = [
    { column: 'order_id', value: orderId, inOrder: ['order'] },
    { column: 'batch_ref', value: batchRef, inOrder: state ? ['due'] : [] },
    { column: 'sku', value: sku, inOrder: ['age', 'sku'] },
    { column: 'state', value: state, inOrder: state === 'allocated' ? ['due'] : ['due', 'age'] },
  ]
  return all.filter((narrowing): narrowing is Narrowing => narrowing.value !== undefined)
}

const equals = (prefix: string, { column, value }: Narrowing): Given => ({
  sql: `${prefix}lines.${column} = @${column}`,
  params: { [column]: value },
})
const passOver = (narrowing: Narrowing): Given => equals('+', narrowing)

function lookUp(lead: Narrowing, { state, sort }: ViewParams<'lines'>): Given {
  const one = equals('', lead)
  if (lead.column === 'batch_ref' && state)
    return { sql: `${one.sql} AND lines.state = @state`, params: { ...one.params, state } }
  if (lead.column === 'state' && sort === 'age' && state !== 'allocated')
    return { ...one, sql: `${one.sql} AND lines.state <> 'allocated'` } // which one of the indexes is made for
  return one
}

const isState = (state: LineState): Filter => ({ sql: `lines.state = '${state}'`, params: {} })

const among = ({ sql, params }: Given): Filter => ({
  sql: `lines.seq IN (SELECT rowid FROM line_search WHERE ${sql} UNION ALL SELECT seq FROM recent_lines)`,
  params,
})

function isFew(prepare: Prepare, table: string, { sql, params }: Given): boolean {
  const counted = prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${sql} LIMIT ${FEW})`)
  return (counted.get(params) as { count: number }).count < FEW
}
