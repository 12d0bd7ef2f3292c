import type Database from 'better-sqlite3'
import { DomainError } from '../../../domain/domainError.ts'
import type { Cursor, Page } from '../../../views.ts'

/** What a list is read from: `Stored` as SQLite has its rows. */
export type List<Stored> = {
  readonly columns: string
  readonly from: string
  /** The columns that it is ordered by, which together name a row, each with its value in a row. */
  readonly keys: Readonly<Record<string, (row: Stored) => string | number>>
  readonly descending?: boolean
}

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
        params: { pattern: `%${text.replace(/[\\%_]/g, '\\$&')}%` },
      }

type Range = { readonly after?: Cursor | undefined; readonly until?: Cursor | undefined; readonly limit: number }

/** Gives the same statement for the same text. */
export type Prepare = (sql: string) => Database.Statement<unknown[], unknown>

/**
 * Reads a page by its keys, so that a deep page costs what the first one does.
 * @throws DomainError InvalidMessage when a cursor is not one of this list
 */
export function readPage<Stored>(
  prepare: Prepare,
  { columns, from, keys, descending = false }: List<Stored>,
  filters: readonly Filter[],
  { after, until, limit }: Range,
): Page<Stored> {
  const names = Object.keys(keys)
  const begin = bound(names, descending ? '<' : '>', 'after', after)
  const end = bound(names, descending ? '>=' : '<=', 'until', until)
  const given = [...filters, begin, end].filter((filter) => filter !== null)
  const where = given.length > 0 ? `WHERE ${given.map(({ sql }) => sql).join(' AND ')}` : ''
  const order = names.map((key) => `${key} ${descending ? 'DESC' : 'ASC'}`).join(', ')
  const statement = prepare(`SELECT ${columns} FROM ${from} ${where} ORDER BY ${order} LIMIT @limit`)
  const found = statement.all(Object.assign({ limit: limit + 1 }, ...given.map(({ params }) => params))) as Stored[]
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? Object.values(keys).map((key) => key(last)) : null }
}

function bound(keys: readonly string[], comparison: string, name: string, cursor: Cursor | undefined): Filter {
  if (cursor === undefined) return null
  if (cursor.length !== keys.length)
    throw new DomainError('InvalidMessage', { problems: [{ field: name, problem: 'invalid' }] })
  const marks = keys.map((_, index) => `@${name}${index}`)
  return {
    sql: `(${keys.join(', ')}) ${comparison} (${marks.join(', ')})`,
    params: Object.fromEntries(cursor.map((value, index) => [`${name}${index}`, value])),
  }
}
