import type { LineState } from '../../../domain/orderLine.ts'
import type { ViewParams } from '../../../views.ts'
import { contains, type Filter, type Prepare } from './page.ts'

type Sort = ViewParams<'lines'>['sort']

/** What the lines are narrowed to by one value. An index leads to them, in the order of these sorts. */
type Narrowing = {
  readonly column: 'order_id' | 'batch_ref' | 'sku' | 'state'
  readonly value: string
  readonly inOrder: readonly Sort[]
}

/** `states`: in which the lines lie in the order that is asked for; null: in all at once. */
type Narrowed = { readonly filters: readonly Filter[]; readonly states: readonly Filter[] }

/** As many as are gathered and sorted faster than a list of a million is read until a page of them is found. */
const FEW = 2000
const STATES: readonly LineState[] = ['allocated', 'backordered', 'dispatched', 'cancelled']

/**
 * Lines that are few are gathered with their index, and sorted. Of many, the list is read in its order, and what was not
 * asked for passed over. A `+` keeps SQLite from the other way.
 */
export function narrowLines(prepare: Prepare, params: ViewParams<'lines'>): Narrowed {
  const { search = '', sort } = params
  const exactly = contains(['order_id', 'sku'], search)
  const given = narrowings(params)
  const match = matching(search)
  if (match && isFew(prepare, 'line_search', match))
    return { filters: [among(match), exactly, ...given.map(passOver)], states: [null] }
  const [lead, ...rest] = given
  if (lead && (lead.inOrder.includes(sort) || isFew(prepare, 'lines', lookUp(lead, params))))
    return { filters: [lookUp(lead, params), exactly, ...rest.map(passOver)], states: [null] }
  return { filters: [exactly, ...given.map(passOver)], states: sort === 'due' ? STATES.map(isState) : [null] }
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

const params = ({ column, value }: Narrowing) => ({ [column]: value })
const passOver = (narrowing: Narrowing): Filter => ({
  sql: `+lines.${narrowing.column} = @${narrowing.column}`,
  params: params(narrowing),
})

function lookUp(lead: Narrowing, { state, sort }: ViewParams<'lines'>): NonNullable<Filter> {
  const one = { sql: `lines.${lead.column} = @${lead.column}`, params: params(lead) }
  if (lead.column === 'batch_ref' && state)
    return { sql: `${one.sql} AND lines.state = @state`, params: { ...one.params, state } }
  if (lead.column === 'state' && sort === 'age' && state !== 'allocated')
    return { ...one, sql: `${one.sql} AND lines.state <> 'allocated'` }
  return one
}

const isState = (state: LineState): Filter => ({ sql: `lines.state = '${state}'`, params: {} })

/** null: the index knows no text of fewer than three letters. It knows which lines have all the trigrams; not, in a row. */
function matching(search: string): Filter {
  const letters = [...search]
  const trigrams = letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''))
  if (trigrams.length === 0) return null
  const words = trigrams.map((trigram) => `"${trigram.replaceAll('"', '""')}"`)
  return { sql: 'line_search MATCH @trigrams', params: { trigrams: words.join(' AND ') } }
}

const among = ({ sql, params }: NonNullable<Filter>): Filter => ({
  sql: `lines.seq IN (SELECT rowid FROM line_search WHERE ${sql} UNION ALL SELECT seq FROM recent_lines)`,
  params,
})

function isFew(prepare: Prepare, table: string, { sql, params }: NonNullable<Filter>): boolean {
  const counted = prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${sql} LIMIT ${FEW})`)
  return (counted.get(params) as { count: number }).count < FEW
}
