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
  /** There are more than `count`. */
  readonly more: boolean
  /** undefined while it is read. */
  at(index: number): Row | undefined
  show(first: number, last: number): void
  retry(): void
}

/** The rows of a view as they are now. While another query is answered, those of the last one stay. */
export function useRows<N extends ListName>(name: N, query: ViewQuery<N>): Rows<RowOf<N>> {
  const key = JSON.stringify(query)
  const list = useMemo(() => {
    const asked = JSON.parse(key) as ViewQuery<N>
    const read = (range: object) => unwrap(window.warehouse.view(name, { ...asked, ...range }))
    return new PageList<RowOf<N>>(read as never)
  }, [name, key])
  useEffect(() => {
    if (list.getState().status !== 'loading') list.refresh() // what was written while the screen was hidden
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
