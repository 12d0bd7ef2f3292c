import { useTranslation } from 'react-i18next'
import type { ToldEvent } from '../../electron/contract.ts'
import type { MenuAction } from '../ui/ContextMenu.tsx'
import { useGo } from './navigation.ts'

/** What a row is about. `batch`: the row is of this batch; `inBatch`: it is of something in it. */
type Subject = {
  readonly batch?: string | undefined
  readonly inBatch?: string | null | undefined
  readonly orderId?: string | null | undefined
  readonly sku?: string | null | undefined
}

/** Of an event in history. */
export const subjectOf = (event: ToldEvent): Subject => ({
  batch: 'ref' in event && event.ref !== null ? event.ref : undefined,
  orderId: 'orderId' in event ? event.orderId : null,
  sku: 'sku' in event ? event.sku : null,
})

const works = ['damage', 'count', 'setAside', 'arrival'] as const

/** What can be done with what a row is about. */
export function useRowActions(): (subject: Subject) => readonly MenuAction[] {
  const { t } = useTranslation()
  const go = useGo()
  const copy = (text: string): MenuAction => ({
    id: `copy ${text}`,
    name: t('row.copy', { name: text }),
    onAction: () => void window.warehouse.copyText(text),
  })
  const ofBatch = (ref: string): MenuAction[] => [
    ...works.map((work) => ({
      id: work,
      name: t(`command.${work}`),
      onAction: () => go('stockTake', { batchRef: ref, work }),
    })),
    {
      id: 'lines',
      name: t('row.lines', { name: ref }),
      onAction: () => go('allocations', { lines: { batchRef: ref } }),
    },
    {
      id: 'history',
      name: t('row.history', { name: ref }),
      onAction: () => go('history', { history: { batchRef: ref } }),
    },
    copy(ref),
  ]
  const ofOrder = (orderId: string): MenuAction[] => [
    { id: 'order', name: t('row.open', { name: orderId }), onAction: () => go('allocations', { order: orderId }) },
    {
      id: 'orderHistory',
      name: t('row.history', { name: orderId }),
      onAction: () => go('history', { history: { orderId } }),
    },
    copy(orderId),
  ]
  const inBatch = (ref: string): MenuAction[] => [
    { id: 'openBatch', name: t('row.open', { name: ref }), onAction: () => go('stockTake', { batchRef: ref }) },
  ]
  const ofSku = (sku: string): MenuAction[] => [
    { id: 'stock', name: t('row.stock', { name: sku }), onAction: () => go('stock', { sku }) },
    { id: 'skuLines', name: t('row.lines', { name: sku }), onAction: () => go('allocations', { lines: { sku } }) },
    copy(sku),
  ]
  return (subject) => [
    ...(subject.batch === undefined ? [] : ofBatch(subject.batch)),
    ...(subject.orderId == null ? [] : ofOrder(subject.orderId)),
    ...(subject.inBatch == null ? [] : inBatch(subject.inBatch)),
    ...(subject.sku == null ? [] : ofSku(subject.sku)),
  ]
}
