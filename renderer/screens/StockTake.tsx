import { ScanBarcode } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Message } from '../components/Message.tsx'
import { BatchFinder } from './BatchFinder.tsx'
import { type Damage, DamageDone } from './DamageDone.tsx'
import { DamageForm } from './DamageForm.tsx'
import styles from './StockTake.module.css'
import screen from './screen.module.css'
import { useRequest } from './useRequest.ts'

/** Scan, enter what was damaged, see what it does, confirm, scan the next. */
export function StockTake() {
  const { t } = useTranslation()
  const [batchRef, setBatchRef] = useState<string | null>(null)
  const [done, setDone] = useState<Damage | null>(null)
  const scan = useRef<HTMLInputElement>(null)
  useEffect(() => scan.current?.focus(), []) // each time that the screen is shown
  const choose = (ref: string | null) => {
    setBatchRef(ref)
    setDone(null)
    if (ref === null) scan.current?.focus()
  }
  const finish = (damage: Damage) => {
    setBatchRef(null)
    setDone(damage)
    scan.current?.focus()
  }
  useRequest('stockTake', (request) => request.batchRef && choose(request.batchRef))
  return (
    <div className={`${screen.screen} ${styles.stockTake}`}>
      <header className={screen.head}>
        <h1>{t('nav.stockTake')}</h1>
      </header>
      <div className={styles.panes}>
        <BatchFinder selected={batchRef} onChoose={choose} inputRef={scan} />
        <div className={`${screen.panel} ${styles.work}`}>
          {batchRef !== null ? (
            <DamageForm key={batchRef} batchRef={batchRef} onDone={finish} onLeave={() => choose(null)} />
          ) : done ? (
            <DamageDone damage={done} />
          ) : (
            <Message icon={ScanBarcode} title={t('stockTake.choose')} hint={t('stockTake.chooseHint')} />
          )}
        </div>
      </div>
    </div>
  )
}
