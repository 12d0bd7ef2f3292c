import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import type { MessageInput, Outcome, ViewName, ViewQuery, ViewResult } from '../../electron/contract.ts'
import { unwrap } from './unwrap.ts'

/** What was read stays true until main says that something changed. */
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
    placeholderData: keepPreviousData as never, // the same view with another query: its rows, until the new ones come
    enabled,
  })

/** What the message would come to now. While another one is worked out, the last answer stays. */
export const usePreview = (message: MessageInput) =>
  useQuery<Outcome>({
    queryKey: ['preview', message],
    queryFn: () => unwrap(window.warehouse.preview(message)),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
