import { ScanBarcode } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { Alert } from '../../ui/Alert.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { BatchFinder } from './BatchFinder.tsx'
import { BatchWork } from './BatchWork.tsx'
import { useDrafts, type Work } from './drafts.ts'
import { SessionPanel } from './SessionPanel.tsx'
import { StockDone } from './StockDone.tsx'
import styles from './StockTake.module.css'
import { useStockTake } from './useStockTake.ts'
import { WorkTabs } from './WorkTabs.tsx'
import { works } from './works.ts'

/** Scan a batch, enter what was damaged, counted or delayed, see what it changes, confirm, scan the next. */
export function StockTake() {
  const { t } = useTranslation()
  const scanField = useRef<HTMLInputElement>(null)
  const { batchRef, done, opened, text, changeText, note, show, openText, unconfirmed } = useStockTake(scanField)
  const [before, setBefore] = useState<BatchRow | null>(null) // of what was done last
  const [work, setWork] = useWork(batchRef, opened)
  useEffect(() => scanField.current?.focus(), []) // each time that the screen is shown
  useTypingWithoutFocus(scanField)
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('nav.stockTake')}</h1>
      </header>
      {note && <Alert tone={note.tone}>{note.text}</Alert>}
      <div className={styles.panes}>
        <BatchFinder
          text={text}
          onText={changeText}
          onEnter={(entered) => openText(entered, 'part')}
          selected={batchRef}
          onChoose={show}
          inputRef={scanField}
        />
        <SessionPanel onOpen={show} />
        <div className={`${screen.panel} ${styles.work}`} data-tone={works[work].tone}>
          <WorkTabs work={work} onChange={setWork}>
            {batchRef !== null ? (
              <BatchWork
                key={batchRef}
                batchRef={batchRef}
                work={work}
                onWork={setWork}
                opened={opened}
                unconfirmed={unconfirmed}
                onDone={(finished, batch) => {
                  setBefore(batch)
                  show(null, finished)
                }}
                onLeave={() => show(null)}
              />
            ) : done ? (
              <StockDone key={done.id} done={done} before={before} onUndone={() => scanField.current?.focus()} />
            ) : (
              <EmptyState icon={ScanBarcode} title={t('stockTake.choose')} hint={t('stockTake.chooseHint')} />
            )}
          </WorkTabs>
        </div>
      </div>
    </div>
  )
}

/**
 * What is entered: what the person chose last, for all batches; of a batch with a draft, what that is, until the person
 * chooses otherwise.
 */
function useWork(batchRef: string | null, opened: number) {
  const [chosen, setChosen] = useState<{ work: Work; opened: number }>({ work: 'damage', opened: -1 })
  const { lastWork } = useDrafts()
  // Read when the batch is opened, since it is another one while something is entered.
  const ofDraft = useMemo(() => (batchRef === null ? null : lastWork(batchRef)), [batchRef, opened])
  const work = chosen.opened === opened ? chosen.work : (ofDraft ?? chosen.work)
  return [work, (work: Work) => setChosen({ work, opened })] as const
}

/** What is typed while nothing has the focus, as after a click on the background, goes into the scan field. */
function useTypingWithoutFocus(scanField: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const types = [...key].length === 1 && !ctrlKey && !metaKey && !altKey
      if (types && document.activeElement === document.body) scanField.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [scanField])
}
