import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import type { MessageInput, Outcome, ViewName, ViewQuery, ViewResult } from '../../electron/contract.ts'
import { unwrap } from './unwrap.ts'

/** Data stays fresh until main reports a change. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
})

window.warehouse.onPush((push) => {
  if (push.type === 'changed') void queryClient.invalidateQueries()
})

export const useView = <N extends ViewName>(name: N, query: ViewQuery<N>, { enabled = true } = {}) =>
  useQuery<ViewResult<N>>({
    queryKey: [name, query],
    queryFn: () => unwrap(window.warehouse.view(name, query)),
    placeholderData: keepPreviousData as never, // shows the rows of the last query until those of the new one are there
    enabled,
  })

/** The outcome that the message would have now. Until that of a changed message is known, the last one stays. */
export const usePreview = (message: MessageInput) =>
  useQuery<Outcome>({
    queryKey: ['preview', message],
    queryFn: () => unwrap(window.warehouse.preview(message)),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
