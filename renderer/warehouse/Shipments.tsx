import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { None } from './Quantity.tsx'

type Shipment = { readonly eta: string; readonly qty: number }

/** The first of the shipments, and how many more there are. `of`: the earliest first. */
export function Shipments({ of: [first, ...rest] }: { of: readonly Shipment[] }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  if (!first) return <None />
  const text = t('stock.onDate', { qty: number(first.qty), date: date(first.eta) })
  return rest.length === 0 ? text : `${text} ${t('stock.andMore', { more: rest.length })}`
}
