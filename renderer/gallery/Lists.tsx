import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { Badge } from '../ui/Badge.tsx'
import type { Column } from '../ui/columns.tsx'
import { Grid } from '../ui/Grid.tsx'
import { gridHeight } from '../ui/gridHeight.ts'
import { Identifier } from '../ui/Identifier.tsx'
import styles from './Gallery.module.css'

type Row = { readonly ref: string; readonly qty: number; readonly due: string }

const rows: readonly (Row | undefined)[] = [
  { ref: 'LOT-26-WAREHOUSE-NORTH-00012', qty: 12_000, due: '2031-03-02' },
  { ref: 'LOT-26-00013', qty: 0, due: '2031-03-03' },
  undefined, // is being read
  { ref: 'LOT-26-00015', qty: 7, due: '2031-12-31' },
]

/** Sorted, with a row that is selected and one that is still being read. */
export function Lists() {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const columns: Column<Row>[] = [
    {
      id: 'ref',
      header: t('field.ref'),
      width: '150px',
      sortable: true,
      cell: ({ ref }) => (
        <strong>
          <Identifier text={ref} />
        </strong>
      ),
    },
    { id: 'qty', header: t('field.qty'), width: '90px', align: 'end', cell: ({ qty }) => number(qty) },
    { id: 'due', header: t('field.dueDate'), width: '150px', sortable: true, cell: ({ due }) => date(due) },
    {
      id: 'state',
      header: t('allocations.state'),
      width: '1fr',
      cell: () => <Badge tone="warn">{t('state.backordered')}</Badge>,
    },
  ]
  return (
    <div className={styles.list} style={{ height: gridHeight(rows.length) }}>
      <Grid
        name="gallery"
        label={t('stockTake.batches')}
        columns={columns}
        count={rows.length}
        at={(index) => rows[index]}
        rowKey={({ ref }) => ref}
        selected="LOT-26-00013"
        onAction={() => {}}
        sorting={{ id: 'due', desc: false }}
        onSort={() => {}}
      />
    </div>
  )
}
