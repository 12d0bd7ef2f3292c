import type Database from 'better-sqlite3'
import { compare } from '../../../domain/batch.ts'
import { DomainError } from '../../../domain/domainError.ts'
import type { Cursor, Page } from '../../../ports/views.ts'

/** What a list is read from: `Stored` as SQLite has its rows. */
export type List<Stored> = {
  readonly columns: string
  readonly from: string
  /** The columns that it is ordered by, which together name a row, each with its value in a row. */
  readonly keys: Keys<Stored>
  readonly descending?: boolean
}

export type Keys<Stored> = Readonly<Record<string, (row: Stored) => string | number>>

/** A condition with named parameters; null: the client did not ask for it. */
export type Filter = { readonly sql: string; readonly params: Readonly<Record<string, unknown>> } | null

export const equals = (column: string, name: string, value: unknown): Filter =>
  value === undefined ? null : { sql: `${column} = @${name}`, params: { [name]: value } }

/** One of the columns contains the text, whatever the case of its ASCII letters. */
export const contains = (columns: readonly string[], text: string | undefined): Filter =>
  text === undefined || text === ''
    ? null
    : {
        sql: `(${columns.map((column) => `${column} LIKE @pattern ESCAPE '\\'`).join(' OR ')})`,
        params: { pattern: `%${escapeLike(text)}%` },
      }

/** For a LIKE with `ESCAPE '\\'`. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export type Range = { readonly after?: Cursor | undefined; readonly until?: Cursor | undefined; readonly limit: number }

/** Gives the same statement for the same text. */
export type Prepare = (sql: string) => Database.Statement<unknown[], unknown>

export function prepareOnce(db: Database.Database): Prepare {
  const prepared = new Map<string, ReturnType<Prepare>>()
  return (sql) => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }
}

/** Whatever it reads, by however many statements, is of one moment. */
export function atOnce<T>(prepare: Prepare, read: () => T): T {
  prepare('SAVEPOINT moment').run()
  try {
    return read()
  } finally {
    prepare('RELEASE moment').run()
  }
}

/**
 * Reads a page by its keys, so that a deep page costs what the first one does.
 * @throws DomainError InvalidMessage when a cursor is not one of this list
 */
export function readPage<Stored>(
  prepare: Prepare,
  { columns, from, keys, descending = false }: List<Stored>,
  filters: readonly Filter[],
  range: Range,
): Page<Stored> {
  const names = Object.keys(keys)
  const { where, params } = conditions([...filters, ...within(names, descending, range)])
  const order = orderBy(names, descending)
  const statement = prepare(`SELECT ${columns} FROM ${from} ${where} ${order} LIMIT @limit`)
  return pageOf(statement.all({ ...params, limit: range.limit + 1 }) as Stored[], keys, range)
}

/** @param found in order; one more than the page holds tells that there is another */
export function pageOf<Stored>(found: readonly Stored[], keys: Keys<Stored>, { limit }: Range): Page<Stored> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? Object.values(keys).map((key) => key(last)) : null }
}

/**
 * A page of rows that are at hand in the order of their keys, as `readPage` gives one.
 * @throws DomainError InvalidMessage when a cursor is not one of this list
 */
export function cutPage<Row>(rows: readonly Row[], keys: Keys<Row>, range: Range, descending = false): Page<Row> {
  const compareTo = comparison(keys, descending)
  const { after, until, limit } = range
  for (const [field, cursor] of Object.entries({ after, until }))
    if (cursor) refuseOtherCursor(field, cursor, Object.keys(keys).length)
  const behind = (cursor: Cursor) => firstIndex(rows, (row) => compareTo(row, cursor) > 0)
  const start = after ? behind(after) : 0
  const end = until ? behind(until) : rows.length
  return pageOf(rows.slice(start, Math.min(end, start + limit + 1)), keys, range)
}

/** Copies the rows in the order of their keys. */
export function sortedBy<Row>(rows: readonly Row[], keys: Keys<Row>, descending = false): Row[] {
  const compareTo = comparison(keys, descending)
  const valuesOf = (row: Row) => Object.values(keys).map((key) => key(row))
  return rows.toSorted((a, b) => compareTo(a, valuesOf(b)))
}

function comparison<Row>(keys: Keys<Row>, descending: boolean): (row: Row, cursor: Cursor) => number {
  const columns = Object.values(keys)
  return (row, cursor) => {
    for (const [at, key] of columns.entries()) {
      const [value, other] = [key(row), cursor[at]!]
      const order =
        typeof value === 'number' && typeof other === 'number' ? value - other : compare(String(value), String(other))
      if (order !== 0) return descending ? -order : order
    }
    return 0
  }
}

/** Of rows of which the last ones are wanted, the index of the first of those; their count when none is. */
function firstIndex<Row>(rows: readonly Row[], isWanted: (row: Row) => boolean): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isWanted(rows[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

export function conditions(filters: readonly Filter[]): { where: string; params: Record<string, unknown> } {
  const given = filters.filter((filter) => filter !== null)
  return {
    where: given.length > 0 ? `WHERE ${given.map(({ sql }) => sql).join(' AND ')}` : '',
    params: Object.assign({}, ...given.map(({ params }) => params)),
  }
}

export const orderBy = (columns: readonly string[], descending: boolean): string =>
  `ORDER BY ${columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ')}`

/** From behind one row up to another. */
export const within = (
  columns: readonly string[],
  descending: boolean,
  { after, until }: Omit<Range, 'limit'>,
): Filter[] => [
  bound(columns, descending ? '<' : '>', 'after', after),
  bound(columns, descending ? '>=' : '<=', 'until', until),
]

function bound(columns: readonly string[], comparison: string, name: string, cursor: Cursor | undefined): Filter {
  if (cursor === undefined) return null
  refuseOtherCursor(name, cursor, columns.length)
  const marks = columns.map((_, index) => `@${name}${index}`)
  return {
    sql: `(${columns.join(', ')}) ${comparison} (${marks.join(', ')})`,
    params: Object.fromEntries(cursor.map((value, index) => [`${name}${index}`, value])),
  }
}

/** @throws DomainError InvalidMessage when it is the cursor of another list, which has another number of keys */
function refuseOtherCursor(field: string, cursor: Cursor, keys: number): void {
  if (cursor.length !== keys) throw new DomainError('InvalidMessage', { problems: [{ field, problem: 'invalid' }] })
}
