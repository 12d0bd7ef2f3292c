import { useQuery } from '@tanstack/react-query'
import type { MessageInput, Why } from '../../../electron/contract.ts'
import type { LineChange } from '../../warehouse/lineChanges.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

/** Why each of the lines waits now, or would once the message was handled; empty until it is known. */
export function useWhy(changes: readonly LineChange[], message: MessageInput | null): readonly (Why | null)[] {
  const lines = changes.map(({ orderId, sku, line }) => ({ orderId, sku, line }))
  const { data } = useQuery({
    queryKey: ['whyOf', message, lines],
    queryFn: () =>
      message === null
        ? Promise.all(lines.map((line) => unwrap(window.warehouse.view('why', line))))
        : unwrap(window.warehouse.previewWhy(message, lines)),
    placeholderData: (data, last) => (sameLines(last?.queryKey[2], lines) ? data : undefined),
    enabled: lines.length > 0,
    gcTime: 0,
  })
  return data ?? []
}

const sameLines = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
