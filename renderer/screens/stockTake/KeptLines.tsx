import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import type { Column } from '../../ui/columns.tsx'
import screen from '../../ui/screen.module.css'
import { lineChangesOf, lineKey } from '../../warehouse/lineChanges.ts'
import { LineName, Place } from '../../warehouse/OutcomeView.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import styles from './KeptLines.module.css'
import { firstToLose, keptBy } from './keptBy.ts'

type Props = { batchRef: string; outcome: Outcome }

/** Which lines of the batch keep their place, and by which rule; closed until a person wants to know. */
export function KeptLines(props: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className={styles.kept}>
      <Button kind="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <Chevron size={16} aria-hidden />
        {t('kept.title')}
      </Button>
      {isOpen && <Lines {...props} />}
    </div>
  )
}

function Lines({ batchRef, outcome }: Props) {
  const { t } = useTranslation()
  const rows = useRows('lines', { batchRef, state: 'allocated', sort: 'due' })
  const columns = useColumns({ batchRef, outcome })
  return (
    <>
      <p className={screen.hint}>{t('kept.rule')}</p>
      <div className={styles.list}>
        <RowsGrid
          name="kept"
          label={t('kept.title')}
          rows={rows}
          columns={columns}
          narrowest={340}
          rowKey={({ seq }) => seq}
          empty={<p className={screen.hint}>{t('kept.none')}</p>}
        />
      </div>
    </>
  )
}

function useColumns({ batchRef, outcome }: Props): Column<LineRow>[] {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  return useMemo(() => {
    const lost = firstToLose(batchRef, outcome)
    const changes = new Map(lineChangesOf(outcome).map((change) => [lineKey(change), change]))
    return [
      { id: 'line', header: t('outcome.line'), width: 'minmax(100px, 1fr)', cell: (line) => <LineName of={line} /> },
      { id: 'qty', header: t('field.qty'), width: '76px', align: 'end', cell: ({ qty }) => number(qty) },
      {
        id: 'due',
        header: t('field.dueDate'),
        width: '124px',
        cell: ({ dueDate }) => (dueDate === null ? t('none') : date(dueDate)),
      },
      {
        id: 'result',
        header: t('notices.kind'),
        width: 'minmax(90px, 1fr)',
        cell: (line) => {
          const change = changes.get(lineKey(line))
          if (!change) return lost ? t(`kept.by.${keptBy(line, lost)}`) : t('kept.keeps')
          return (
            <>
              <Place batchRef={change.batchRef} />
              {line.pinned && ` · ${t('pinEnds')}`}
            </>
          )
        },
      },
    ]
  }, [batchRef, outcome, t, number, date])
}
