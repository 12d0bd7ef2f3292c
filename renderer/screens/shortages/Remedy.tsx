import { useTranslation } from 'react-i18next'
import type { ViewQuery } from '../../../electron/contract.ts'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { None } from '../../warehouse/Quantity.tsx'
import { useView } from '../../warehouse/queries.ts'

const SLOT = '\u2063' // stands for the reference in a text, and is in none

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
  return (
    text && (
      <span title={text} className={screen.inline}>
        {remedy.change === 'moreUnits' ? <MoreUnits units={remedy.units} batchRef={remedy.ref} /> : text}
      </span>
    )
  )
}

/** The reference is cut before its end, as everywhere, so it is no part of the text. */
function MoreUnits({ units, batchRef }: { units: number; batchRef: string }) {
  const { t } = useTranslation()
  const [before = '', after = ''] = t('shortages.fill.moreUnits', { count: units, ref: SLOT }).split(SLOT)
  return (
    <>
      {before && <span>{before.trimEnd()}</span>}
      <Identifier text={batchRef} />
      {after && <span>{after}</span>}
    </>
  )
}
