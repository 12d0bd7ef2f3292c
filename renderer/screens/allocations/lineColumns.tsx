import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, LineState } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import screen from '../../ui/screen.module.css'

const tones: Readonly<Record<LineState, Tone>> = {
  allocated: 'good',
  backordered: 'warn',
  dispatched: 'plain',
  cancelled: 'plain',
}
export const lineStates = Object.keys(tones) as LineState[]

export function LineStateBadge({ line: { state, late, departed } }: { line: LineRow }) {
  const { t } = useTranslation()
  return (
    <>
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge> {late && <Badge tone="bad">{t('late')}</Badge>}
      {departed && <Badge tone="good">{t('departed')}</Badge>}
    </>
  )
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
        {text}
      </button>
    )
    return [
      {
        id: 'order',
        header: t('field.orderId'),
        width: 'minmax(110px, 1.4fr)',
        sortable: true,
        cell: ({ orderId }) => link(orderId, { orderId }),
      },
      { id: 'line', header: t('field.line'), width: '56px', align: 'end', cell: ({ line }) => number(line) },
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(130px, 2fr)',
        sortable: true,
        cell: ({ sku }) => link(sku, { sku }),
      },
      { id: 'qty', header: t('field.qty'), width: '84px', align: 'end', cell: ({ qty }) => number(qty) },
      {
        id: 'due',
        header: t('field.dueDate'),
        width: 'minmax(110px, 1fr)',
        sortable: true,
        cell: ({ dueDate }) => (dueDate === null ? t('none') : date(dueDate)),
      },
      {
        id: 'state',
        header: t('allocations.state'),
        width: 'minmax(150px, 1fr)',
        cell: (line) => <LineStateBadge line={line} />,
      },
      {
        id: 'batch',
        header: t('field.ref'),
        width: 'minmax(110px, 1.4fr)',
        cell: ({ batchRef }) => (batchRef === null ? t('none') : link(batchRef, { batchRef })),
      },
      {
        id: 'eta',
        header: t('field.eta'),
        width: 'minmax(110px, 1fr)',
        cell: ({ eta, batchRef }) => (eta === null ? (batchRef === null ? t('none') : t('onHand')) : date(eta)),
      },
    ]
  }, [t, number, date, narrow])
}
