import { useTranslation } from 'react-i18next'
import type { EntryRow, Message, ViewQuery } from '../../../electron/contract.ts'
import { PickField } from '../../ui/PickField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { BatchField, OrderField, SkuField } from '../../warehouse/StockFields.tsx'
import type { Rows } from '../../warehouse/useRows.ts'

type Kind = Message['type']
export const noFilter = { batchRef: '', sku: '', orderId: '', type: 'any' as Kind | 'any', by: '' }
type Filter = typeof noFilter

export function queryOf({ batchRef, sku, orderId, type, by }: Filter): ViewQuery<'entries'> {
  const text = (value: string) => value.trim() || undefined
  return {
    batchRef: text(batchRef),
    sku: text(sku),
    orderId: text(orderId),
    type: type === 'any' ? undefined : type,
    by: text(by),
  }
}

const NAMED = 100 // entries whose people are suggested

type Props = { filter: Filter; set: (change: Partial<Filter>) => void; entries: Rows<EntryRow> }

export function HistoryFilters({ filter, set, entries }: Props) {
  const { t } = useTranslation()
  const names = t('history.message', { returnObjects: true })
  const newest = Array.from({ length: Math.min(entries.count, NAMED) }, (_, index) => entries.at(index)?.by)
  const people = [...new Set(newest)].filter((by) => typeof by === 'string')
  return (
    <>
      <BatchField label={t('field.ref')} value={filter.batchRef} onChange={(batchRef) => set({ batchRef })} />
      <SkuField label={t('field.sku')} value={filter.sku} onChange={(sku) => set({ sku })} />
      <OrderField label={t('field.orderId')} value={filter.orderId} onChange={(orderId) => set({ orderId })} />
      <SelectField
        label={t('history.what')}
        options={[
          { id: 'any', name: t('history.anyKind') },
          ...Object.entries(names).map(([id, name]) => ({ id: id as Kind, name })),
        ]}
        value={filter.type}
        onChange={(type) => set({ type })}
      />
      <PickField label={t('history.by')} value={filter.by} onChange={(by) => set({ by })} suggestions={people} />
    </>
  )
}
