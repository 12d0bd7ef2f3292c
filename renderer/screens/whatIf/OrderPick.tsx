import { useTranslation } from 'react-i18next'
import { PickField } from '../../ui/PickField.tsx'
import { useView } from '../../warehouse/queries.ts'

const MOST = 20 // lines whose orders are suggested
const SHORTEST = 3 // characters: fewer are in too many orders

/** An order, by a part of its number. */
export function OrderPick({ value, onChange }: { value: string; onChange: (orderId: string) => void }) {
  const { t } = useTranslation()
  const search = value.trim()
  const found = useView('lines', { search, limit: MOST }, { enabled: search.length >= SHORTEST })
  const orders = search.length < SHORTEST ? [] : (found.data?.rows ?? []).map(({ orderId }) => orderId)
  return (
    <PickField
      label={t('field.orderId')}
      value={value}
      onChange={onChange}
      suggestions={[...new Set(orders)]}
      wanted={value === ''}
    />
  )
}
