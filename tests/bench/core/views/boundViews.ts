import Database from 'better-sqlite3'

export type Row = Readonly<Record<string, unknown>>
export type Key = readonly (string | number)[]

/** A page as plain SQL. */
export type PlainPage = {
  readonly select: string
  /** The table whose rows these are. */
  readonly from: string
  readonly join?: string
  /** What the rows are narrowed to: values by column of the table. */
  readonly equal?: Readonly<Record<string, string | number | null>>
  /** A text that one of the columns of the table contains. */
  readonly contains?: { readonly text: string; readonly columns: readonly string[] }
  /** Columns of the table. */
  readonly order: readonly string[]
  readonly descending?: boolean
  /** What is left to do with each row. */
  readonly finish?: (row: Row) => Row
}

export const LIMIT = 100

/** Reads what views read in plain SQL: from a copy of the core's file, in which each page has the index that suits it best. */
export class BoundViews {
  readonly db: Database.Database

  constructor(copy: string) {
    this.db = new Database(copy)
    this.db.pragma('synchronous = OFF') // for the indexes; what is timed only reads
  }

  /** @param after the key of the row before the page; undefined: the first page */
  page(plain: PlainPage, after?: Key): () => readonly Row[] {
    const { select, from, join = '', order, descending = false, finish } = plain
    const own = (column: string) => `${from}.${column}`
    const bound = after ? [`(${order.map(own)}) ${descending ? '<' : '>'} (${order.map(() => '?')})`] : []
    const statement = this.db.prepare<unknown[], Row>(
      `SELECT ${select} FROM ${from} ${this.#indexFor(plain)} ${join} ${where([...conditions(plain), ...bound])}
       ORDER BY ${order.map((column) => `${own(column)} ${descending ? 'DESC' : ''}`)} LIMIT ${LIMIT}`,
    )
    const values = [...valuesOf(plain), ...(after ?? [])]
    return finish ? () => statement.all(values).map(finish) : () => statement.all(values)
  }

  /** The key of the row that half of the rows come before. */
  middle(plain: PlainPage): Key {
    const { from, order } = plain
    const source = `FROM ${from} ${this.#indexFor(plain)} ${where(conditions(plain))}`
    const count = this.db.prepare<unknown[], number>(`SELECT count(*) ${source}`).pluck().get(valuesOf(plain))!
    const statement = this.db.prepare<unknown[], (string | number)[]>(
      `SELECT ${order} ${source} ORDER BY ${order} LIMIT 1 OFFSET ${Math.floor(count / 2)}`,
    )
    return statement.raw().get(valuesOf(plain))!
  }

  close(): void {
    this.db.close()
  }

  #indexFor({ from, equal = {}, order }: PlainPage): string {
    const columns = [...Object.keys(equal), ...order]
    if (columns.join() === 'seq') return ''
    const name = `bound_${from}_${columns.join('_')}`
    this.db.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${from} (${columns})`)
    return `INDEXED BY ${name}`
  }
}

const conditions = ({ from, equal = {}, contains }: PlainPage) => [
  ...Object.keys(equal).map((column) => `${from}.${column} IS ?`),
  ...(contains ? [`(${contains.columns.map((column) => `${from}.${column} LIKE ?`).join(' OR ')})`] : []),
]
const valuesOf = ({ equal = {}, contains }: PlainPage) => [
  ...Object.values(equal),
  ...(contains?.columns.map(() => `%${contains.text}%`) ?? []),
]
const where = (all: readonly string[]) => (all.length > 0 ? `WHERE ${all.join(' AND ')}` : '')
