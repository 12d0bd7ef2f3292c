import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import { dayOf } from '../../ui/cellValue.ts'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { isOverdue } from '../../warehouse/overdue.ts'
import { None } from '../../warehouse/Quantity.tsx'

/** What is as it should be is plain, so that the exceptions stand out. */
export function LineStateBadge({ line }: { line: LineRow }) {
  const { t } = useTranslation()
  const { state, late, pinned, departed } = line
  return (
    <>
      {state === 'backordered' ? (
        <Badge tone="warn">{t(`state.${state}`)}</Badge>
      ) : (
        <span className={state === 'allocated' ? undefined : screen.muted}>{t(`state.${state}`)}</span>
      )}{' '}
      {isOverdue(line) ? <Badge tone="bad">{t('overdue')}</Badge> : late && <Badge tone="bad">{t('late')}</Badge>}
      {pinned && <Badge tone="plain">{t('pinned')}</Badge>}
      {departed && <Badge tone="good">{t('departed')}</Badge>}
    </>
  )
}

/** The state, and what is exceptional about it. */
function stateWords(line: LineRow, t: TFunction): string[] {
  const { state, late, departed } = line
  return [
    t(`state.${state}`),
    ...(isOverdue(line) ? [t('overdue')] : late ? [t('late')] : []),
    ...(departed ? [t('departed')] : []),
  ]
}

type Narrow = (filter: { sku?: string; batchRef?: string; orderId?: string }) => void

/** Clicking a value filters the list by it. */
export function useLineColumns(narrow: Narrow): Column<LineRow>[] {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  return useMemo(() => {
    const link = (text: string, filter: Parameters<Narrow>[0]) => (
      <button
        type="button"
        className={screen.link}
        tabIndex={-1}
        onClick={(event) => {
          event.stopPropagation() // a click on the row opens its order
          narrow(filter)
        }}
      >
        <Identifier text={text} />
      </button>
    )
    return [
      {
        id: 'order',
        header: t('field.orderId'),
        width: 'minmax(104px, 1.4fr)',
        sortable: true,
        cell: ({ orderId }) => link(orderId, { orderId }),
        value: ({ orderId }) => orderId,
      },
      {
        id: 'line',
        header: t('field.line'),
        width: '46px',
        align: 'end',
        cell: ({ line }) => number(line),
        value: ({ line }) => line,
      },
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(122px, 2fr)',
        sortable: true,
        cell: ({ sku }) => link(sku, { sku }),
        value: ({ sku }) => sku,
      },
      {
        id: 'qty',
        header: t('field.qty'),
        width: '70px',
        align: 'end',
        cell: ({ qty }) => number(qty),
        value: ({ qty }) => qty,
      },
      {
        id: 'due',
        header: t('field.dueDate'),
        width: 'minmax(124px, 1fr)',
        sortable: true,
        cell: ({ dueDate }) => (dueDate === null ? <None /> : date(dueDate)),
        value: ({ dueDate }) => dayOf(dueDate),
      },
      {
        id: 'state',
        header: t('allocations.state'),
        width: 'minmax(168px, 1.2fr)',
        cell: (line) => <LineStateBadge line={line} />,
        value: (line) => stateWords(line, t).join(', '),
      },
      {
        id: 'batch',
        header: t('field.ref'),
        width: 'minmax(116px, 1.4fr)',
        cell: ({ batchRef }) => (batchRef === null ? <None /> : link(batchRef, { batchRef })),
        value: ({ batchRef }) => batchRef,
      },
      {
        id: 'priority',
        header: t('field.priority'),
        width: '86px',
        align: 'end',
        dropBelow: 900,
        cell: ({ priority }) => (priority === 0 ? <None /> : number(priority)),
        value: ({ priority }) => priority,
      },
      {
        id: 'customer',
        header: t('field.customer'),
        width: 'minmax(100px, 1fr)',
        dropBelow: 1100,
        cell: ({ customer }) => (customer === null ? <None /> : <Identifier text={customer} />),
        value: ({ customer }) => customer,
      },
      {
        id: 'eta',
        header: t('field.eta'),
        width: 'minmax(110px, 1fr)',
        dropBelow: 900,
        cell: ({ eta, batchRef }) => (eta === null ? batchRef === null ? <None /> : t('onHand') : date(eta)),
        value: ({ eta, batchRef }) => (eta === null && batchRef !== null ? t('onHand') : dayOf(eta)),
      },
    ]
  }, [t, number, date, narrow])
}
