import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import screen from '../../ui/screen.module.css'
import { isUndoable } from '../../warehouse/isUndoable.ts'
import { useEventText } from './eventText.ts'

/** The newest entry is first; what a message caused is above it, indented. */
export function useHistoryColumns(): Column<HistoryRow>[] {
  const { t } = useTranslation()
  const { time, number } = useFormat()
  const eventText = useEventText()
  return useMemo(
    () => [
      { id: 'seq', header: '#', width: '76px', align: 'end', cell: ({ seq }) => number(seq) },
      { id: 'at', header: t('history.when'), width: '190px', cell: ({ at }) => time(at) },
      { id: 'by', header: t('history.by'), width: '90px', cell: ({ by }) => by ?? t('none') },
      {
        id: 'event',
        header: t('history.what'),
        width: 'minmax(170px, 0.8fr)',
        cell: ({ seq, cause, event }) =>
          seq === cause ? (
            <strong>{t(`history.event.${event.type}`)}</strong>
          ) : (
            <span className={screen.setIn}>{t(`history.event.${event.type}`)}</span>
          ),
      },
      {
        id: 'text',
        header: t('history.details'),
        width: 'minmax(320px, 4fr)',
        cell: ({ event }) => {
          const text = eventText(event)
          return <span title={text}>{text}</span>
        },
      },
      {
        id: 'undo',
        header: t('undo.title'),
        width: '96px',
        align: 'end',
        cell: (row) =>
          row.undone ? (
            <Badge tone="plain">{t('history.undone')}</Badge>
          ) : (
            isUndoable(row) && <span className={screen.action}>{t('undo.ask')}</span>
          ),
      },
    ],
    [t, time, number, eventText],
  )
}
