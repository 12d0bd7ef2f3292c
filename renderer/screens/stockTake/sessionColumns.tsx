import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { eventName, useEventText } from '../../warehouse/eventText.ts'
import { useToldText } from '../../warehouse/toldText.ts'
import { UndoAction } from '../../warehouse/UndoAction.tsx'
import type { StockEntry } from './session.ts'

/** `onUndo`: the undo of an entry was asked for. */
export function useSessionColumns(onUndo: (entry: StockEntry) => void): Column<StockEntry>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        id: 'ref',
        header: t('field.ref'),
        width: 'minmax(124px, 1fr)',
        cell: ({ event }) => (
          <strong>
            <Identifier text={event.ref} />
          </strong>
        ),
      },
      {
        id: 'outcome',
        header: t('session.outcome'),
        width: 'minmax(110px, 1.6fr)',
        cell: (entry) => <EntryOutcome entry={entry} />,
      },
      {
        id: 'undo',
        header: t('history.action'),
        width: '92px',
        align: 'end',
        cell: (entry, isActive) => <UndoAction {...{ entry, isActive, onUndo }} />,
      },
    ],
    [t, onUndo],
  )
}

/** What was entered and what came of it, in few words; with all of it as a tooltip. */
function EntryOutcome({ entry }: { entry: StockEntry }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const { event, undone } = entry
  const told = useToldText()(entry)
  const eventText = useEventText()(event)
  const entered = (): string => {
    switch (event.type) {
      case 'StockDamaged':
        return `−${number(event.qty)}`
      case 'StockCounted':
        return t('history.text.move', { from: number(event.expected), to: number(event.qty) })
      case 'BatchEtaChanged':
        return event.eta === null ? t('inWarehouse') : t('arrives', { date: date(event.eta) })
      default:
        return `${eventName(event, t)} ${number(event.qty)}`
    }
  }
  const text = [entered(), told].filter(Boolean).join(' · ')
  return <span title={[eventText, told].filter(Boolean).join(' · ')}>{undone ? <s>{text}</s> : text}</span>
}
