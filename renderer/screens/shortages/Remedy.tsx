import { useTranslation } from 'react-i18next'
import type { ViewQuery } from '../../../electron/contract.ts'
import { None } from '../../warehouse/Quantity.tsx'
import { useView } from '../../warehouse/queries.ts'

/** The least that would fill the line that waits, in a few words; read when its row is shown. */
export function Remedy({ line: { sku, orderId, line } }: { line: ViewQuery<'why'> }) {
  const { t } = useTranslation()
  const { data: why, isPlaceholderData } = useView('why', { sku, orderId, line })
  const remedy = isPlaceholderData ? null : why?.remedy
  if (!remedy) return <None />
  const text =
    remedy.change === 'moreUnits'
      ? t('shortages.fill.moreUnits', { count: remedy.units, ref: remedy.ref })
      : remedy.change === 'newBatch' && t('shortages.fill.newBatch', { count: remedy.units })
  return text && <span title={text}>{text}</span>
}
