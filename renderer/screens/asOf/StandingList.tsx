import { PackageOpen } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineState, Moment, StandingRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import type { Subject } from '../../warehouse/navigation.ts'
import { LineName } from '../../warehouse/OutcomeView.tsx'
import { None } from '../../warehouse/Quantity.tsx'
import { RowCount } from '../../warehouse/RowCount.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import styles from './AsOf.module.css'
import { queryOf } from './shown.ts'

const PAGE = 1000 // rows: each page is replayed

/** The batches and lines of a SKU, an order or a batch as they stood. */
export function StandingList({ subject, moment }: { subject: Subject; moment: Moment }) {
  const { t } = useTranslation()
  const rows = useRows('standing', { ...queryOf(subject), ...moment, limit: PAGE })
  const columns = useColumns()
  return (
    <section className={styles.standing} aria-label={t('asOf.standing')}>
      <div className={screen.head}>
        <h2>{t('asOf.standing')}</h2>
        <RowCount rows={rows} />
      </div>
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          name="standing"
          label={t('asOf.standing')}
          rows={rows}
          columns={columns}
          narrowest={420}
          rowKey={(row) => (row.kind === 'batch' ? row.ref : `${row.line} ${row.sku} ${row.orderId}`)}
          empty={<EmptyState icon={PackageOpen} title={t('asOf.nothingThere')} />}
        />
      </div>
    </section>
  )
}

const tones: Readonly<Record<LineState, Tone>> = {
  allocated: 'good',
  backordered: 'warn',
  dispatched: 'accent',
  cancelled: 'plain',
}

function useColumns(): Column<StandingRow>[] {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('asOf.batchOrLine'),
        width: 'minmax(86px, 1.2fr)',
        cell: (row) =>
          row.kind === 'batch' ? (
            <strong>
              <Identifier text={row.ref} />
            </strong>
          ) : (
            <LineName of={row} />
          ),
      },
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(80px, 1fr)',
        dropBelow: 600,
        cell: ({ sku }) => <Identifier text={sku} />,
      },
      { id: 'qty', header: t('field.qty'), width: '56px', align: 'end', cell: ({ qty }) => number(qty) },
      {
        id: 'state',
        header: t('asOf.stood'),
        width: 'minmax(96px, 1fr)',
        spans: ({ kind }) => kind === 'batch',
        cell: (row) =>
          row.kind === 'batch' ? (
            [
              row.eta === null ? t('onHand') : t('arrives', { date: date(row.eta) }),
              t('asOf.batch', { allocated: number(row.allocated), available: number(row.available) }),
            ].join(' · ')
          ) : row.late ? (
            <Badge tone="bad">{t('late')}</Badge>
          ) : (
            <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
          ),
      },
      {
        id: 'batch',
        header: t('field.ref'),
        width: 'minmax(84px, 1fr)',
        cell: (row) => row.kind === 'line' && (row.batchRef === null ? <None /> : <Identifier text={row.batchRef} />),
      },
      {
        id: 'due',
        header: t('field.dueDate'),
        width: '108px',
        cell: (row) => row.kind === 'line' && (row.dueDate === null ? <None /> : date(row.dueDate)),
      },
    ],
    [t, number, date],
  )
}
