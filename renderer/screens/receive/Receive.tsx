import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import screen from '../../ui/screen.module.css'
import type { Scan } from '../../warehouse/scans/scan.ts'
import { conclude, useQueuedScans } from '../../warehouse/scans/scans.ts'
import { play } from '../../warehouse/sounds.ts'
import { failureOf } from '../../warehouse/unwrap.ts'
import { AllocateForm } from './AllocateForm.tsx'
import { BatchForm } from './BatchForm.tsx'
import { readGoods } from './scannedGoods.ts'
import type { GoodsForm } from './useScannedGoods.ts'

/** Enters one batch or one order line at a time, typed or scanned. For many, see Import. */
export function Receive() {
  const { t } = useTranslation()
  const batch = useRef<GoodsForm>(null)
  const line = useRef<GoodsForm>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const inTurn = useRef(Promise.resolve())
  const fill = async (scan: Scan) => {
    const goods = await readGoods(scan.code).catch((error: Error) => error)
    if (goods instanceof Error) {
      conclude(scan, { kind: 'failed' })
      return setRefusal(failureText(failureOf(goods), t))
    }
    const form = line.current?.hasFocus() ? line : batch
    const isFilled = form.current?.fill(goods) ?? false
    conclude(scan, { kind: isFilled ? 'filledIn' : 'notFilledIn' })
    play(isFilled ? 'found' : 'notFound')
    setRefusal(isFilled ? null : t('receive.notFilledIn', { text: scan.code }))
  }
  useQueuedScans('receive', (scan) => {
    inTurn.current = inTurn.current.then(() => fill(scan))
  })
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('nav.receive')}</h1>
        <p className={screen.hint}>{t('receive.scanHint')}</p>
      </header>
      {refusal !== null && <Alert tone="bad">{refusal}</Alert>}
      <div className={screen.columns}>
        <BatchForm place={batch} onEntered={() => setRefusal(null)} />
        <AllocateForm place={line} onEntered={() => setRefusal(null)} />
      </div>
    </div>
  )
}
