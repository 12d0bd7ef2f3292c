import { ScanBarcode } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../electron/contract.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { useCommand } from '../../warehouse/commands.ts'
import { FirstSteps, useIsEmpty } from '../../warehouse/FirstSteps.tsx'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { OpenEntryContext } from '../../warehouse/openEntry.ts'
import { BatchFinder } from './BatchFinder.tsx'
import { BatchWork } from './BatchWork.tsx'
import { useDrafts, type Work } from './drafts.ts'
import { Scans } from './Scans.tsx'
import { SessionPanel } from './SessionPanel.tsx'
import { StockDone } from './StockDone.tsx'
import styles from './StockTake.module.css'
import { StockTakeHead } from './StockTakeHead.tsx'
import { useStockTake } from './useStockTake.ts'
import { WorkTabs } from './WorkTabs.tsx'
import { works } from './works.ts'

/** Scan a batch, enter what was damaged, counted or delayed, see what it changes, confirm, scan the next. */
export function StockTake() {
  const { t } = useTranslation()
  const scanField = useRef<HTMLInputElement>(null)
  const [before, setBefore] = useState<BatchRow | null>(null) // of what was done last
  const [scansShown, setScansShown] = useState(false)
  const {
    batchRef,
    count,
    done,
    opened,
    text,
    changeText,
    note,
    show,
    finish,
    openText,
    openScan,
    unconfirmed,
    entry,
  } = useStockTake(scanField)
  const isEmpty = useIsEmpty()
  const [work, setWork] = useWork(batchRef, opened)
  useNavigationTarget('stockTake', ({ batchRef, work }) => {
    if (batchRef === undefined) return
    show(batchRef)
    if (work) setWork(work, opened + 1)
  })
  useEffect(() => scanField.current?.focus(), []) // each time that the screen is shown
  useTypingWithoutFocus(scanField)
  useCommand('damage', () => setWork('damage'))
  useCommand('count', () => setWork('count'))
  useCommand('setAside', () => setWork('setAside'))
  useCommand('arrival', () => setWork('arrival'))
  useCommand('back', batchRef === null ? null : () => show(null))
  const search = (changed: string) => {
    changeText(changed)
    setScansShown(false)
  }
  return (
    <div className={screen.screen}>
      <StockTakeHead scansShown={scansShown} onShowScans={setScansShown} />
      {note && (
        <div className={styles.note}>
          <Alert tone={note.tone}>{note.text}</Alert>
          {note.isUnknown && !scansShown && <Button onPress={() => setScansShown(true)}>{t('scan.whatIsIt')}</Button>}
        </div>
      )}
      <div className={styles.panes}>
        <BatchFinder
          text={text}
          onText={search}
          onEnter={openText}
          selected={batchRef}
          onChoose={show}
          inputRef={scanField}
          instead={
            scansShown && (
              <Scans
                onOpen={openScan}
                onSearch={(code) => {
                  search(code)
                  scanField.current?.focus()
                }}
              />
            )
          }
        />
        <SessionPanel onOpen={show} />
        <div className={`${screen.panel} ${styles.work}`} data-tone={works[work].tone}>
          <WorkTabs work={work} onChange={setWork}>
            {batchRef !== null ? (
              <OpenEntryContext value={entry}>
                <BatchWork
                  key={batchRef}
                  batchRef={batchRef}
                  count={count}
                  work={work}
                  onWork={setWork}
                  opened={opened}
                  unconfirmed={unconfirmed}
                  onDone={(finished, batch) => {
                    setBefore(batch)
                    finish(finished)
                  }}
                  onLeave={() => show(null)}
                />
              </OpenEntryContext>
            ) : done ? (
              <StockDone key={done.id} done={done} before={before} onUndone={() => scanField.current?.focus()} />
            ) : isEmpty ? (
              <FirstSteps />
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
  return [work, (work: Work, when = opened) => setChosen({ work, opened: when })] as const
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
