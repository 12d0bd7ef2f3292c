import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import screen from '../../ui/screen.module.css'
import { changeTones } from '../../warehouse/lineChanges.ts'
import { lineName, Place } from '../../warehouse/OutcomeView.tsx'

const tones: Readonly<Record<NoticeRow['kind'], Tone>> = {
  reallocated: changeTones.reallocated,
  backordered: changeTones.backordered,
  filled: changeTones.filled,
  late: changeTones.late,
  notRestored: changeTones.notRestored,
  outOfStock: 'bad',
}
export const noticeKinds = Object.keys(tones) as NoticeRow['kind'][]

export function useNoticeColumns(): Column<NoticeRow>[] {
  const { t } = useTranslation()
  const { number, time } = useFormat()
  const reasonText = useReasonText()
  return useMemo(
    () => [
      {
        id: 'kind',
        header: t('notices.kind'),
        width: 'minmax(120px, 0.9fr)',
        cell: ({ kind, unread }) => (
          <>
            <Badge tone={tones[kind]}>{t(`kind.${kind}`)}</Badge>{' '}
            {unread && <span className={screen.dot} role="img" aria-label={t('notices.unread')} />}
          </>
        ),
      },
      { id: 'line', header: t('outcome.line'), width: 'minmax(120px, 1.3fr)', cell: (notice) => lineName(notice, t) },
      { id: 'sku', header: t('field.sku'), width: 'minmax(120px, 1.6fr)', cell: ({ sku }) => sku },
      {
        id: 'qty',
        header: t('field.qty'),
        width: '80px',
        align: 'end',
        cell: ({ qty }) => (qty === null ? t('none') : number(qty)),
      },
      {
        id: 'move',
        header: t('notices.move'),
        width: 'minmax(160px, 1.8fr)',
        cell: (notice) => <Move notice={notice} />,
      },
      {
        id: 'reason',
        header: t('field.reason'),
        width: 'minmax(110px, 1fr)',
        cell: ({ reason }) => reasonText(reason),
      },
      { id: 'at', header: t('notices.when'), width: '190px', cell: ({ at }) => time(at) },
      { id: 'by', header: t('notices.by'), width: 'minmax(70px, 0.7fr)', cell: ({ by }) => by ?? t('none') },
    ],
    [t, number, time, reasonText],
  )
}

function Move({ notice: { kind, from, to } }: { notice: NoticeRow }) {
  const { t } = useTranslation()
  if (kind === 'outOfStock') return t('none')
  if (from === null) return <Place batchRef={to} />
  return (
    <>
      {from} → <Place batchRef={to} />
    </>
  )
}
