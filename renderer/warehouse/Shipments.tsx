import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { None } from './Quantity.tsx'

type Shipment = { readonly eta: string; readonly qty: number }

/** The first of the shipments, and how many more there are; its whole date is in the tooltip. `of`: the earliest first. */
export function Shipments({ of: [first, ...rest] }: { of: readonly Shipment[] }) {
  const { t } = useTranslation()
  const { number, date, day } = useFormat()
  if (!first) return <None />
  const more = rest.length === 0 ? '' : ` ${t('stock.andMore', { more: rest.length })}`
  const text = (date: string) => `${t('stock.onDate', { qty: number(first.qty), date })}${more}`
  return <span title={text(date(first.eta))}>{text(day(first.eta))}</span>
}
