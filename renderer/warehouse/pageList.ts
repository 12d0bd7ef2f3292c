import type { Cursor, Page } from '../../electron/contract.ts'

type Range = { readonly after?: Cursor; readonly until?: Cursor }
type Read<Row> = (range: Range) => Promise<Page<Row>>

/** The rows after the key `after`. `rows` is null when they were dropped, out of view; `count` is how many there were. */
type Span<Row> = { readonly after: Cursor | null; readonly count: number; readonly rows: readonly Row[] | null }

export type PageListState<Row> = {
  readonly spans: readonly Span<Row>[]
  /** The index of the first row of each span. */
  readonly starts: readonly number[]
  readonly count: number
  /** The key after which the next page begins; null: the end was reached. */
  readonly more: Cursor | null
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: Error | null
}

/** undefined while the row is being read. */
export function rowAt<Row>({ spans, starts }: PageListState<Row>, index: number): Row | undefined {
  const span = spanAt(starts, index)
  return spans[span]?.rows?.[index - (starts[span] ?? 0)]
}

/**
 * A long list, read page by page. Only the pages in view are kept in memory, and they are read again when data changed.
 * Each page ("span") keeps its first key, so a second read covers the same part of the list, however many rows were
 * added or removed meanwhile.
 */
export class PageList<Row> {
  readonly #read: Read<Row>
  readonly #listeners = new Set<() => void>()
  /** The spans that are being read; true: data changed since the read began, so it must be repeated. */
  readonly #reading = new Map<number, boolean>()
  #state: PageListState<Row> = { spans: [], starts: [], count: 0, more: null, status: 'loading', error: null }
  #shown = { first: 0, last: 0 }

  constructor(read: Read<Row>) {
    this.#read = read
    this.#load(0)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly getState = (): PageListState<Row> => this.#state

  /** Reports the rows in view: missing ones are read, and the next page is read ahead of the end. */
  show(firstRow: number, lastRow: number): void {
    const { spans, starts, more } = this.#state
    this.#shown = { first: spanAt(starts, firstRow), last: spanAt(starts, lastRow) }
    for (let index = this.#shown.first; index <= this.#shown.last; index++)
      if (spans[index]?.rows === null) this.#load(index)
    if (more && this.#shown.last >= spans.length - 1) this.#load(spans.length)
  }

  /** Data changed: the rows in view are read again now, the others when they come into view. */
  refresh(): void {
    const { first, last } = this.#shown
    const hidden = (index: number) => index < first || index > last
    const spans = this.#state.spans.map((span, index) => (hidden(index) ? { ...span, rows: null } : span))
    this.#set({ spans })
    for (let index = first; index <= Math.max(0, Math.min(last, spans.length - 1)); index++)
      if (this.#reading.has(index)) this.#reading.set(index, true)
      else this.#load(index)
  }

  /** The rows between two indexes, both included, as far as they were found. Those that were dropped are read again. */
  async range(first: number, last: number): Promise<readonly Row[]> {
    const { starts } = this.#state
    const rows: Row[] = []
    for (let index = spanAt(starts, first); index <= spanAt(starts, last); index++) {
      const start = starts[index] ?? 0
      rows.push(...(await this.#rowsOf(index)).slice(Math.max(0, first - start), last - start + 1))
    }
    return rows
  }

  /** The rows that are wanted, in order, among those that were found. Those that were dropped are read again, until there are `count`. */
  async find(isWanted: (row: Row) => boolean, count: number): Promise<readonly Row[]> {
    const found = new Map<number, readonly Row[]>()
    let rows = 0
    const look = (index: number, all: readonly Row[]) => {
      const wanted = all.filter(isWanted)
      found.set(index, wanted)
      rows += wanted.length
    }
    for (const [index, span] of this.#state.spans.entries()) if (span.rows) look(index, span.rows)
    for (const [index, span] of this.#state.spans.entries())
      if (span.rows === null && rows < count) look(index, await this.#rowsOf(index))
    return [...found].toSorted(([a], [b]) => a - b).flatMap(([, wanted]) => wanted)
  }

  async #rowsOf(index: number): Promise<readonly Row[]> {
    const { spans } = this.#state
    const span = spans[index]
    if (!span) return []
    const until = spans[index + 1]?.after
    return span.rows ?? (await this.#read({ ...(span.after && { after: span.after }), ...(until && { until }) })).rows
  }

  #load(index: number): void {
    if (this.#reading.has(index)) return
    this.#reading.set(index, false)
    const { spans, more } = this.#state
    const after = spans[index] ? spans[index].after : more
    const until = spans[index + 1]?.after
    this.#read({ ...(after && { after }), ...(until && { until }) })
      .then((page) => this.#take(index, after, page))
      .catch((error: Error) => this.#set({ status: 'failed', error }))
      .finally(() => this.#settle(index))
  }

  #settle(index: number): void {
    const again = this.#reading.get(index)
    this.#reading.delete(index)
    if (again) this.#load(index)
  }

  #take(index: number, after: Cursor | null, { rows, next }: Page<Row>): void {
    if (index > this.#state.spans.length) return // the list became shorter meanwhile
    const span = { after, count: rows.length, rows }
    const isLast = index >= this.#state.spans.length - 1
    // So many rows were added that the span no longer fits a page: the spans after it are dropped and read anew.
    const ends = isLast || next !== null
    const spans = [...this.#state.spans.slice(0, index), span, ...(ends ? [] : this.#state.spans.slice(index + 1))]
    this.#set({ spans, more: ends ? next : this.#state.more, status: 'ready', error: null })
  }

  #set(change: Partial<PageListState<Row>>): void {
    const starts: number[] = []
    let count = 0
    for (const span of change.spans ?? this.#state.spans) {
      starts.push(count)
      count += span.count
    }
    this.#state = { ...this.#state, ...change, starts, count }
    for (const listener of this.#listeners) listener()
  }
}

/** The index of the span that holds the row; the last span for rows beyond the end. */
function spanAt(starts: readonly number[], row: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= row) low = middle
    else high = middle
  }
  return low
}
