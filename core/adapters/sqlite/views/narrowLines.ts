import { type LineState, lineStates } from '../../../domain/vocabulary.ts'
import type { ViewParams } from '../../../ports/views.ts'
import { IN_WAREHOUSE, isPinnedRank, UNPINNED_RANKS } from '../rows.ts'
import { linesThatMayContain } from './lineSearch.ts'
import { contains, type Filter, type Prepare } from './page.ts'

type Params = ViewParams<'lines'>
type Given = NonNullable<Filter>

/** What the lines are narrowed to by one value, of which an index knows. */
type Narrowing = {
  readonly column: 'order_id' | 'batch_ref' | 'sku' | 'due' | 'state'
  readonly comparison?: '=' | '<'
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

/**
 * Lines that are few are gathered with their index, and sorted. Of many, the list is read in its order, and what was not
 * asked for is passed over. A `+` keeps SQLite from going the other way.
 */
export function narrowLines(prepare: Prepare, params: Params): Narrowed {
  const { search = '', sort, late, overdue, dueSince, daysLate } = params
  const exactly = contains(['order_id', 'lines.sku'], search)
  const given = narrowings(params)
  const few = search || late || given.length > 0 ? fewerThan(prepare, params) : 0
  const whole = { from: 'lines', parts: [null], isGathered: true }
  const since = dueSince === undefined ? null : { sql: 'lines.due >= @dueSince', params: { dueSince } }
  const always = [exactly, overdue === undefined ? null : isOpen, late ? isLate : null, since]
  const ofDays = daysLate ? ofDaysLate(daysLate) : null
  const found = linesThatMayContain(prepare, search, few)
  if (found) return { ...whole, filters: [found, ofDays, ...always, ...given.map(passOver)] }
  if (ofDays) {
    const filters = [ofDays, exactly, since, ...given.map(passOver)]
    return { ...whole, from: 'lines INDEXED BY lines_by_due', filters, isGathered: sort !== 'due' }
  }
  if (late && isFewer(prepare, LATE, {}, few))
    return { ...whole, filters: [isAmongLate, exactly, since, ...given.map(passOver)] }
  const [lead, ...rest] = given
  const isGathered = !lead?.inOrder.includes(sort)
  if (lead && (!isGathered || isNeverMany(lead, params) || isFewer(prepare, ...ofLines(lookUp(lead)), few)))
    return { ...whole, from: fromOf(lead), filters: [lookUp(lead), ...always, ...rest.map(passOver)], isGathered }
  return {
    ...whole,
    filters: [...always, ...given.map(passOver)],
    parts: sort === 'due' ? byDue(params) : [null],
    isGathered: false,
  }
}

/** In the index by due date, the lines of each state lie in order. */
const byDue = ({ state, overdue }: Params): Given[] =>
  (state ? [state] : overdue ? openStates : lineStates).map((state) => ({
    sql: `lines.state = '${state}'${overdue ? ' AND lines.due < @due' : ''}`,
    params: {},
  }))

const openStates: readonly LineState[] = ['allocated', 'backordered']
const ofOpenState = `lines.state IN (${openStates.map((state) => `'${state}'`)})`
const isOpen: Given = { sql: `+${ofOpenState}`, params: {} }

/** Of each shipment, those that are due before it arrives: some seeks for each, and one more for the few that are pinned. */
const lateWhere = (
  rank: string,
) => `SELECT late.seq FROM batches CROSS JOIN lines AS late INDEXED BY lines_by_protection
  ON late.batch_ref = ref AND late.state = 'allocated' AND ${rank} AND late.due < batches.eta WHERE batches.eta <> '${IN_WAREHOUSE}'`
const LATE = `(${lateWhere(`late.rank IN (${UNPINNED_RANKS})`)} UNION ALL ${lateWhere(isPinnedRank('late.rank'))}) AS late`
const isAmongLate: Given = { sql: `lines.seq IN (SELECT late.seq FROM ${LATE})`, params: {} }
/** The same, asked of each line that is read. */
const isLate: Given = {
  sql: `+lines.state = 'allocated' AND (SELECT eta FROM batches AS own WHERE own.ref = lines.batch_ref) > lines.due`,
  params: {},
}

/** Late by so many days. They are looked for among the lines that are due on days that have such lines. */
const ofDaysLate = (daysLate: NonNullable<Params['daysLate']>): Given => ({
  sql: `lines.state = 'allocated'
    AND lines.due IN (SELECT due FROM late_days WHERE julianday(eta) - julianday(due) BETWEEN @from AND @to)
    AND (SELECT julianday(eta) - julianday(lines.due) FROM batches AS own WHERE own.ref = lines.batch_ref) BETWEEN @from AND @to`,
  params: daysLate,
})

/** The first is likely to leave the fewest. */
function narrowings({ orderId, batchRef, sku, state, overdue, sort }: Params): Narrowing[] {
  const isWaiting = state === 'backordered'
  const all: (Omit<Narrowing, 'value'> & { value: string | undefined })[] = [
    { column: 'order_id', value: orderId, inOrder: ['order'] },
    {
      column: 'batch_ref',
      value: batchRef,
      inOrder: [],
      also: state && isState(state).sql,
      index: 'lines_by_protection',
    },
    isWaiting
      ? { column: 'sku', value: sku, inOrder: [], also: isState(state).sql, index: 'lines_by_urgency' }
      : { column: 'sku', value: sku, inOrder: ['age', 'sku'] },
    { column: 'due', comparison: '<', value: overdue, inOrder: [], also: ofOpenState, index: 'lines_by_due' },
    state === 'allocated' || sort !== 'age'
      ? { column: 'state', value: state, inOrder: ['due'] }
      : { column: 'state', value: state, inOrder: ['age'], also: "lines.state <> 'allocated'" }, // as its index has them
  ]
  return all.filter((narrowing): narrowing is Narrowing => narrowing.value !== undefined)
}

/** The lines of a batch by due date are sorted from its index alone; those that wait might be found late in any other order. */
const isNeverMany = ({ column }: Narrowing, { sort, state }: Params): boolean =>
  (column === 'batch_ref' && sort === 'due') || state === 'backordered'

const passOver = ({ column, comparison = '=', value }: Narrowing): Given => ({
  sql: `+lines.${column} ${comparison} @${column}`,
  params: { [column]: value },
})
const lookUp = ({ column, comparison = '=', value, also }: Narrowing): Given => ({
  sql: `lines.${column} ${comparison} @${column}${also ? ` AND ${also}` : ''}`,
  params: { [column]: value },
})
const isState = (state: LineState): Given => ({ sql: `lines.state = '${state}'`, params: {} })

const fromOf = ({ index }: Narrowing) => (index ? `lines INDEXED BY ${index}` : 'lines')

/**
 * So many are gathered and sorted as fast as the list is read until a page of them is found. Of n lines, h are gathered in h
 * steps, and a page of p is found in about p * n / h; which by due date are look-ups, too, and else far shorter steps.
 */
function fewerThan(prepare: Prepare, { limit, sort }: Params): number {
  const { newest } = prepare('SELECT ifnull(max(seq), 0) AS newest FROM lines').get() as { newest: number }
  return Math.ceil(Math.sqrt(limit * newest) / (sort === 'due' ? 1 : 4))
}

function isFewer(prepare: Prepare, source: string, params: Given['params'], few: number): boolean {
  const counted = prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM ${source} LIMIT @few)`)
  return (counted.get({ ...params, few }) as { count: number }).count < few
}
const ofLines = ({ sql, params }: Given): [source: string, params: Given['params']] => [`lines WHERE ${sql}`, params]
