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
  if (match && isFew(prepare, 'line_search', match, params))
    return { filters: [among(match), exactly, ...given.map(passOver)], liesIn: [null] }
  const [lead, ...rest] = given
  if (lead && (lead.inOrder.includes(sort) || isFew(prepare, 'lines', lookUp(lead, params), params)))
    return { filters: [lookUp(lead, params), exactly, ...rest.map(passOver)], liesIn: [null] }
  return { filters: [exactly, ...given.map(passOver)], liesIn: sort === 'due' ? STATES.map(isState) : [null] }
}

/** The first is likely to leave the fewest. */
function narrowings({ orderId, batchRef, sku, state }: ViewParams<'lines'>): Narrowing[] {
  const all: (Omit<Narrowing, 'value'> & { value: string | undefined })[] = [
    { column: 'order_id', value: orderId, inOrder: ['order'] },
    { column: 'batch_ref', value: batchRef, inOrder: state ? ['due'] : [] },
    { column: 'sku', value: sku, inOrder: ['age', 'sku'] },
    { column: 'state', value: state, inOrder: inOrderOfState[state ?? 'allocated'] },
  ]
  return all.filter((narrowing): narrowing is Narrowing => narrowing.value !== undefined)
}

const inOrderOfState: { readonly [S in LineState]: readonly Sort[] } = {
  allocated: ['due'],
  backordered: ['age', 'order', 'sku', 'due'],
  dispatched: ['age', 'due'],
  cancelled: ['age', 'due'],
}

const equals = (prefix: string, { column, value }: Narrowing): Given => ({
  sql: `${prefix}lines.${column} = @${column}`,
  params: { [column]: value },
})
const passOver = (narrowing: Narrowing): Given => equals('+', narrowing)

/** Some indexes hold lines of some states only, which a condition has to name for SQLite to see that they hold them all. */
function lookUp(lead: Narrowing, { state, sort }: ViewParams<'lines'>): Given {
  const one = equals('', lead)
  const also = (sql: string) => ({ ...one, sql: `${one.sql} AND ${sql}` })
  if (state && lead.column === 'batch_ref') return also(isState(state).sql)
  if (state === 'backordered' && lead.column === 'sku') return also(isState(state).sql)
  if (state && state !== 'allocated' && lead.column === 'state' && sort !== 'due')
    return also(sort === 'age' ? NOT_ALLOCATED : isState(state).sql)
  return one
}

const NOT_ALLOCATED = "lines.state <> 'allocated'"
const isState = (state: LineState): Given => ({ sql: `lines.state = '${state}'`, params: {} })

const among = ({ sql, params }: Given): Filter => ({
  sql: `lines.seq IN (SELECT rowid FROM line_search WHERE ${sql} UNION ALL SELECT seq FROM recent_lines)`,
  params,
})

/**
 * Whether they are gathered and sorted faster than the list is read until a page of them is found. Of n lines, h are gathered
 * in h steps, and a page of p is found in about p * n / h; a step of the first is the longer one.
 */
function isFew(prepare: Prepare, table: string, { sql, params }: Given, { limit }: ViewParams<'lines'>): boolean {
  const { newest } = prepare('SELECT ifnull(max(seq), 0) AS newest FROM lines').get() as { newest: number }
  const few = Math.ceil(Math.sqrt(limit * newest) / 2)
  const counted = prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${sql} LIMIT @few)`)
  return (counted.get({ ...params, few }) as { count: number }).count < few
}
