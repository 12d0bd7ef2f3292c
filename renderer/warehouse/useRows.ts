import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Cursor, Page, ViewName, ViewQuery, ViewResult } from '../../electron/contract.ts'
import { PageList, rowAt } from './pageList.ts'
import { unwrap } from './unwrap.ts'

type ListName = { [N in ViewName]: ViewResult<N> extends Page<unknown> ? N : never }[ViewName]
export type RowOf<N extends ListName> = ViewResult<N> extends Page<infer Row> ? Row : never

export type Rows<Row> = {
  /** What the list is asked for, as a text. */
  readonly query: string
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: Error | null
  readonly count: number
  /** The list is longer than `count`, the rows found so far. */
  readonly more: boolean
  /** undefined while the row is being read. */
  at(index: number): Row | undefined
  show(first: number, last: number): void
  retry(): void
  /** The rows between two indexes, both included, also those that are not kept. */
  range(first: number, last: number): Promise<readonly Row[]>
  /** Of the rows that were found, those that are wanted: at most `count`. */
  find(isWanted: (row: Row) => boolean, count: number): Promise<readonly Row[]>
  /** The whole list from its beginning, also what was not read yet. */
  pages(): AsyncIterable<readonly Row[]>
}

const PAGE = 1000 // rows

/** A list from its beginning to its end, a page at a time. */
async function* pagesOf<N extends ListName>(name: N, query: ViewQuery<N>): AsyncGenerator<readonly RowOf<N>[]> {
  let after: Cursor | null = null
  do {
    const range: object = { limit: PAGE, ...(after && { after }) }
    const page = (await unwrap(window.warehouse.view(name, { ...query, ...range }))) as Page<RowOf<N>>
    if (page.rows.length > 0) yield page.rows
    after = page.next
  } while (after)
}

/** The rows of a view, kept up to date. Until those of a changed query are there, those of the last one stay. */
export function useRows<N extends ListName>(name: N, query: ViewQuery<N>): Rows<RowOf<N>> {
  const key = JSON.stringify(query)
  const list = useMemo(() => {
    const asked = JSON.parse(key) as ViewQuery<N>
    const read = (range: object) => unwrap(window.warehouse.view(name, { ...asked, ...range }))
    return new PageList<RowOf<N>>(read as never)
  }, [name, key])
  useEffect(() => {
    if (list.getState().status !== 'loading') list.refresh() // data may have changed while the screen was hidden
    return window.warehouse.onPush((push) => push.type === 'changed' && list.refresh())
  }, [list])
  const current = useSyncExternalStore(list.subscribe, list.getState)
  const last = useRef(current)
  if (current.status !== 'loading') last.current = current
  const state = last.current
  return {
    query: key,
    status: state.status,
    error: state.error,
    more: state.more !== null,
    count: state.count,
    at: (index) => rowAt(state, index),
    show: (first, last) => list.show(first, last),
    retry: () => list.refresh(),
    range: (first, last) => list.range(first, last),
    find: (isWanted, count) => list.find(isWanted, count),
    pages: () => pagesOf(name, query),
  }
}
