import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { changeTones } from '../../warehouse/lineChanges.ts'
import type { NavigationTarget } from '../../warehouse/navigation.ts'
import { LineName, lineName, Place } from '../../warehouse/OutcomeView.tsx'
import { None, Quantity } from '../../warehouse/Quantity.tsx'

export const noticeTones: Readonly<Record<NoticeRow['kind'], Tone>> = {
  reallocated: changeTones.reallocated,
  backordered: changeTones.backordered,
  filled: changeTones.filled,
  late: changeTones.late,
  notRestored: changeTones.notRestored,
  outOfStock: 'bad',
}
export const noticeKinds = Object.keys(noticeTones) as NoticeRow['kind'][]

/** The lines that a notice is about: the one of its order, or those of the SKU that wait. */
export const linesOf = ({ sku, orderId }: NoticeRow): NonNullable<NavigationTarget['lines']> =>
  orderId === null ? { sku, state: 'backordered' } : { sku, orderId }

export function Unread({ is }: { is: boolean }) {
  const { t } = useTranslation()
  return is && <span className={screen.dot} role="img" aria-label={t('notices.unread')} />
}

/** `withCause`: when it was caused and by whom, and whether it is unread, which is the same for all notices of a cause. */
export function useNoticeColumns({ withCause }: { withCause: boolean }): Column<NoticeRow>[] {
  const { t } = useTranslation()
  const { time } = useFormat()
  const reasonText = useReasonText()
  return useMemo(() => {
    const ofCause: Column<NoticeRow>[] = [
      {
        id: 'at',
        header: t('notices.when'),
        width: '190px',
        dropBelow: 900,
        cell: ({ at }) => time(at),
        value: ({ at }) => ({ instant: at }),
      },
      {
        id: 'by',
        header: t('notices.by'),
        width: 'minmax(70px, 0.7fr)',
        cell: ({ by }) => by ?? <None />,
        value: ({ by }) => by,
      },
    ]
    return [
      {
        id: 'kind',
        header: t('notices.kind'),
        width: 'minmax(120px, 0.9fr)',
        cell: ({ kind, unread }) => (
          <span className={screen.inline}>
            <Badge tone={noticeTones[kind]}>{t(`kind.${kind}`)}</Badge>
            <Unread is={withCause && unread} />
          </span>
        ),
        value: ({ kind }) => t(`kind.${kind}`),
      },
      {
        id: 'line',
        header: t('outcome.line'),
        width: 'minmax(110px, 1.3fr)',
        cell: (notice) => <LineName of={notice} />,
        value: ({ orderId, line }) => (orderId === null ? null : lineName({ orderId, line: line ?? 1 }, t)),
      },
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(100px, 1.3fr)',
        cell: ({ sku }) => <Identifier text={sku} />,
        value: ({ sku }) => sku,
      },
      {
        id: 'qty',
        header: t('field.qty'),
        width: '80px',
        align: 'end',
        cell: ({ qty }) => <Quantity value={qty} />,
        value: ({ qty }) => qty,
      },
      {
        id: 'move',
        header: t('notices.move'),
        width: 'minmax(210px, 2.2fr)',
        cell: (notice) => <Move notice={notice} />,
        value: ({ kind, from, to }) =>
          kind === 'outOfStock' ? null : [from, to ?? t('outcome.waits')].filter(Boolean).join(' → '),
      },
      {
        id: 'reason',
        header: t('field.reason'),
        width: 'minmax(100px, 1fr)',
        cell: ({ reason }) =>
          reason === null ? <None /> : <span title={reasonText(reason)}>{reasonText(reason)}</span>,
        value: ({ reason }) => reason && reasonText(reason),
      },
      ...(withCause ? ofCause : []),
    ]
  }, [t, time, reasonText, withCause])
}

function Move({ notice: { kind, from, to } }: { notice: NoticeRow }) {
  if (kind === 'outOfStock') return <None />
  if (from === null) return <Place batchRef={to} />
  return (
    <span className={screen.inline}>
      <Identifier text={from} /> → <Place batchRef={to} />
    </span>
  )
}
