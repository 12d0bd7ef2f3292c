import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Page, ViewName, ViewQuery, ViewResult } from '../../electron/contract.ts'
import { PageList, rowAt } from './pageList.ts'
import { unwrap } from './unwrap.ts'

type ListName = { [N in ViewName]: ViewResult<N> extends Page<unknown> ? N : never }[ViewName]
export type RowOf<N extends ListName> = ViewResult<N> extends Page<infer Row> ? Row : never

export type Rows<Row> = {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: Error | null
  readonly count: number
  /** The list is longer than `count`, the rows found so far. */
  readonly more: boolean
  /** undefined while the row is being read. */
  at(index: number): Row | undefined
  show(first: number, last: number): void
  retry(): void
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
    status: state.status,
    error: state.error,
    more: state.more !== null,
    count: state.count,
    at: (index) => rowAt(state, index),
    show: (first, last) => list.show(first, last),
    retry: () => list.refresh(),
  }
}
