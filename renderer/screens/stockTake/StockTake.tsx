import { ScanBarcode } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigationTarget } from '../../shell/navigation.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { BatchFinder } from './BatchFinder.tsx'
import { BatchWork } from './BatchWork.tsx'
import { type Done, StockDone } from './StockDone.tsx'
import styles from './StockTake.module.css'

/** Scan, enter what was damaged, counted or delayed, see what it does, confirm, scan the next. */
export function StockTake() {
  const { t } = useTranslation()
  const [batchRef, setBatchRef] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const scan = useRef<HTMLInputElement>(null)
  useEffect(() => scan.current?.focus(), []) // each time that the screen is shown
  useTypingWithoutFocus(scan)
  const show = (ref: string | null, finished: Done | null = null) => {
    setBatchRef(ref)
    setDone(finished)
    if (ref === null) scan.current?.focus()
  }
  useNavigationTarget('stockTake', (request) => request.batchRef && show(request.batchRef))
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('nav.stockTake')}</h1>
      </header>
      <div className={styles.panes}>
        <BatchFinder selected={batchRef} onChoose={show} inputRef={scan} />
        <div className={`${screen.panel} ${styles.work}`}>
          {batchRef !== null ? (
            <BatchWork
              key={batchRef}
              batchRef={batchRef}
              onDone={(finished) => show(null, finished)}
              onLeave={() => show(null)}
            />
          ) : done ? (
            <StockDone key={done.id} done={done} onUndone={() => scan.current?.focus()} />
          ) : (
            <EmptyState icon={ScanBarcode} title={t('stockTake.choose')} hint={t('stockTake.chooseHint')} />
          )}
        </div>
      </div>
    </div>
  )
}

/** What is scanned while nothing has the focus, after a click beside everything, goes into the scan field. */
function useTypingWithoutFocus(scan: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const types = [...key].length === 1 && !ctrlKey && !metaKey && !altKey
      if (types && document.activeElement === document.body) scan.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [scan])
}
