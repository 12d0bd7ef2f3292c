import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Column } from '../../ui/columns.tsx'
import screen from '../../ui/screen.module.css'
import { eventName, useEventText } from '../../warehouse/eventText.ts'
import { type Subject, useGo } from '../../warehouse/navigation.ts'
import { EntryPhotos } from '../../warehouse/photos/EntryPhotos.tsx'
import { useToldText } from '../../warehouse/toldText.ts'
import { UndoAction } from '../../warehouse/UndoAction.tsx'
import styles from './History.module.css'
import type { HistoryItem } from './historyTree.ts'

/** The columns of what people did and, below it, of what that caused. `onUndo`: the undo of an entry was asked for. */
export function useHistoryColumns(onUndo: (entry: EntryRow) => void): Column<HistoryItem>[] {
  const { t } = useTranslation()
  const detailsOf = useDetails()
  const resultOf = useResult()
  return useMemo(
    () => [
      {
        id: 'event',
        header: t('history.what'),
        width: 'minmax(164px, 0.6fr)',
        cell: (item) => <What item={item} />,
        value: (item) => (item.kind === 'entry' ? eventName(item.entry.event, t) : null),
      },
      {
        id: 'text',
        header: t('history.details'),
        width: 'minmax(230px, 3fr)',
        spans: ({ kind }) => kind !== 'entry',
        cell: (item, isActive) => (
          <Details text={detailsOf(item)} result={item.kind === 'entry' ? resultOf(item.entry) : ''}>
            {item.kind === 'entry' && <EntryPhotos event={item.entry.event} isActive={isActive} />}
          </Details>
        ),
        value: (item) =>
          [detailsOf(item), item.kind === 'entry' ? resultOf(item.entry) : ''].filter(Boolean).join(' · '),
      },
      {
        id: 'at',
        header: t('history.when'),
        width: '140px',
        cell: (item, isActive) => item.kind === 'entry' && <SeeThen entry={item.entry} isActive={isActive} />,
        value: (item) => (item.kind === 'entry' ? { instant: item.entry.at } : null),
      },
      {
        id: 'by',
        header: t('history.by'),
        width: '76px',
        cell: (item) => item.kind === 'entry' && (item.entry.by ?? t('none')),
        value: (item) => (item.kind === 'entry' ? item.entry.by : null),
      },
      {
        id: 'undo',
        header: t('history.action'),
        width: '96px',
        align: 'end',
        cell: (item, isActive) =>
          item.kind === 'entry' && <UndoAction entry={item.entry} isActive={isActive} onUndo={onUndo} />,
      },
    ],
    [t, detailsOf, resultOf, onUndo],
  )
}

/** When it was entered; leads to how everything that it was about stood then. */
function SeeThen({ entry: { seq, at, event }, isActive }: { entry: EntryRow; isActive: boolean }) {
  const { t } = useTranslation()
  const { time, shortTime } = useFormat()
  const go = useGo()
  return (
    <button
      type="button"
      className={screen.link}
      tabIndex={isActive ? 0 : -1}
      title={`${time(at)} · ${t('asOf.see')}`}
      onClick={(click) => {
        click.stopPropagation() // a click on the row opens it
        go('asOf', { asOf: { subject: subjectOf(event), moment: { seq, at } } })
      }}
    >
      {shortTime(at)}
    </button>
  )
}

/** What an entry was about; one that says neither is about all. */
function subjectOf(event: EntryRow['event']): Subject {
  if ('ref' in event && event.ref !== null) return { kind: 'batch', name: event.ref }
  if ('orderId' in event) return { kind: 'order', name: event.orderId }
  return 'sku' in event ? { kind: 'sku', name: event.sku } : { kind: 'all', name: '' }
}

/** `result` is never cut off. */
const Details = ({ text, result, children }: { text: string; result: string; children: ReactNode }) => (
  <span className={styles.details}>
    <span title={text}>{text}</span>
    {result && <strong>{result}</strong>}
    {children}
  </span>
)

function What({ item }: { item: HistoryItem }) {
  const { t } = useTranslation()
  const indent = { paddingInlineStart: `${(item.level - 1) * 20}px` }
  if (item.kind === 'more') return <span style={indent} />
  const Chevron = item.kind === 'entry' && item.isOpen ? ChevronDown : ChevronRight
  const isOpening = item.kind === 'entry' && item.isOpen !== null
  const { event } = item.kind === 'entry' ? item.entry : item.row
  const name = eventName(event, t)
  return (
    <span className={item.kind === 'entry' ? styles.entry : styles.event} style={indent}>
      <Chevron size={16} className={isOpening ? '' : styles.leaf} aria-hidden />
      <span title={name}>{name}</span>
    </span>
  )
}

/** Of an undo, what it took back. */
function useDetails(): (item: HistoryItem) => string {
  const { t } = useTranslation()
  const eventText = useEventText()
  return useCallback(
    (item) => {
      if (item.kind === 'more') return t('history.more', { count: item.count })
      if (item.kind === 'event') return eventText(item.row.event)
      const { event, undoes } = item.entry
      if (undoes === null) return eventText(event)
      const name = eventName(undoes, t)
      return undoes.type === 'MessageUndone' ? name : `${name} · ${eventText(undoes)}`
    },
    [t, eventText],
  )
}

/** What became of lines and stock in a few words, or how many parts it has. */
function useResult(): (entry: EntryRow) => string {
  const { t } = useTranslation()
  const toldText = useToldText()
  return useCallback(
    (entry) => {
      const parts = entry.parts > 0 ? t('history.parts', { count: entry.parts }) : ''
      return [parts, toldText(entry)].filter(Boolean).join(' · ')
    },
    [t, toldText],
  )
}
