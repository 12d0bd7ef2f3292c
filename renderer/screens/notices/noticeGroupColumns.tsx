import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeGroupRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { None } from '../../warehouse/Quantity.tsx'
import { noticeKinds, noticeTones, Unread } from './noticeColumns.tsx'
import { WorkText, workText } from './WorkText.tsx'

/** The kinds of notices that a group has. */
export const kindsOf = ({ counts }: NoticeGroupRow) => noticeKinds.filter((kind) => counts[kind] > 0)

/** What people did, and to what: the file, batch, order or SKU; null: an undo names none. */
export function Cause({ event }: { event: NoticeGroupRow['event'] }) {
  const { t } = useTranslation()
  const about = aboutOf(event)
  return (
    <>
      <strong>{t(`history.message.${event.type}`)}</strong> {about !== null && <Identifier text={about} />}
    </>
  )
}

function aboutOf(event: NoticeGroupRow['event']): string | null {
  if ('file' in event) return event.file
  if ('ref' in event) return event.ref
  if ('orderId' in event) return event.orderId
  return null
}

export function useGroupColumns(): Column<NoticeGroupRow>[] {
  const { t } = useTranslation()
  const { number, time } = useFormat()
  return useMemo(
    () => [
      {
        id: 'cause',
        header: t('notices.cause'),
        width: 'minmax(170px, 1.6fr)',
        cell: ({ event, unread }) => (
          <span className={screen.inline}>
            <Unread is={unread} />
            <Cause event={event} />
          </span>
        ),
        value: ({ event }) => [t(`history.message.${event.type}`), aboutOf(event)].filter(Boolean).join(' '),
      },
      {
        id: 'counts',
        header: t('notices.kind'),
        width: 'minmax(170px, 2.2fr)',
        cell: (group) => (
          <span className={screen.inline}>
            {kindsOf(group).map((kind) => (
              <Badge key={kind} tone={noticeTones[kind]}>
                {t(`kind.${kind}`)} {number(group.counts[kind])}
              </Badge>
            ))}
          </span>
        ),
        value: (group) =>
          kindsOf(group)
            .map((kind) => `${t(`kind.${kind}`)} ${group.counts[kind]}`)
            .join(', '),
      },
      {
        id: 'work',
        header: t('notices.work'),
        width: 'minmax(110px, 1fr)',
        dropBelow: 740,
        cell: (group) => <WorkText group={group} />,
        value: (group) => workText(group, t),
      },
      {
        id: 'note',
        header: t('field.note'),
        width: 'minmax(110px, 1fr)',
        dropBelow: 1180,
        cell: ({ note }) => note ?? <None />,
        value: ({ note }) => note,
      },
      {
        id: 'at',
        header: t('notices.when'),
        width: '172px',
        cell: ({ at }) => time(at),
        value: ({ at }) => ({ instant: at }),
      },
      {
        id: 'by',
        header: t('notices.by'),
        width: 'minmax(86px, 0.7fr)',
        cell: ({ by }) => by ?? <None />,
        value: ({ by }) => by,
      },
    ],
    [t, number, time],
  )
}
