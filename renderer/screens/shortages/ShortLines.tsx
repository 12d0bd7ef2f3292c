import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GiverRow, LineRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import type { Column } from '../../ui/columns.tsx'
import { DragGrip } from '../../ui/DragGrip.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { Modal } from '../../ui/Modal.tsx'
import screen from '../../ui/screen.module.css'
import { GiveForm } from '../../warehouse/byHand/GiveForm.tsx'
import { DRAGGED_LINE, Givers } from '../../warehouse/byHand/Givers.tsx'
import { type Done, EntryDone } from '../../warehouse/EntryDone.tsx'
import { useGo } from '../../warehouse/navigation.ts'
import { LineName, lineName } from '../../warehouse/OutcomeView.tsx'
import { isOverdue } from '../../warehouse/overdue.ts'
import { None } from '../../warehouse/Quantity.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRowActions } from '../../warehouse/useRowActions.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { LineWhy } from '../../warehouse/why/LineWhy.tsx'
import styles from './Shortages.module.css'

const kinds = { waiting: { state: 'backordered' }, late: { late: true }, placed: { state: 'allocated' } } as const
type Kind = keyof typeof kinds

/** The lines that wait, are late, or have their place. A row tells why, and leads to its order. */
export function ShortLines({ sku }: { sku: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const actionsOf = useRowActions()
  const [kind, setKind] = useState<Kind>('waiting')
  const [chosen, setChosen] = useState<LineRow | null>(null)
  const rows = useRows('lines', { sku, ...kinds[kind], sort: 'due' })
  const [giver, setGiver] = useState<GiverRow | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const columns = useColumns(setChosen)
  const line = chosen ?? rows.at(0) ?? null
  return (
    <section className={styles.lines} aria-label={t('shortages.orderLines')}>
      <div className={screen.paneHead}>
        <h3>{t('shortages.orderLines')}</h3>
        <div>
          {(Object.keys(kinds) as Kind[]).map((id) => (
            <Chip
              key={id}
              isSelected={kind === id}
              onChange={() => {
                setKind(id)
                setChosen(null)
              }}
            >
              {t(`shortages.kind.${id}`)}
            </Chip>
          ))}
        </div>
      </div>
      {done && <EntryDone key={done.id} done={done} nothing={t('outcome.nothingElse')} />}
      {line && giver && (
        <Modal title={t('takePlace.title')} onClose={() => setGiver(null)}>
          <GiveForm
            taker={line}
            giver={giver}
            onDone={(outcome, id) => {
              setGiver(null)
              setChosen(null)
              setDone({ text: t('takePlace.done'), outcome, id })
            }}
            back={
              <Button kind="quiet" onPress={() => setGiver(null)}>
                {t('takePlace.other')}
              </Button>
            }
          />
        </Modal>
      )}
      <div className={styles.why}>
        <div className={`${screen.panel} ${styles.grid}`}>
          <RowsGrid
            name="shortLines"
            label={t(`shortages.kind.${kind}`)}
            rows={rows}
            columns={columns}
            narrowest={300}
            rowKey={({ seq }) => seq}
            menuOf={({ orderId, batchRef, sku }) => actionsOf({ orderId, inBatch: batchRef, sku })}
            selected={line?.seq ?? null}
            onAction={setChosen}
            empty={<p className={`${screen.hint} ${styles.none}`}>{t(`shortages.none.${kind}`)}</p>}
          />
        </div>
        {line && (
          <div className={styles.because} aria-live="polite">
            <h4>{t('shortages.why', { orderId: line.orderId, line: line.line })}</h4>
            <LineWhy line={line} />
            <Button onPress={() => go('allocations', { order: line.orderId })}>{t('shortages.openOrder')}</Button>
            <h4>{t('takePlace.givers')}</h4>
            <Givers taker={line} onChoose={setGiver} />
          </div>
        )}
      </div>
    </section>
  )
}

function useColumns(onDrag: (line: LineRow) => void): Column<LineRow>[] {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  return useMemo(
    () => [
      {
        id: 'line',
        header: t('outcome.line'),
        width: 'minmax(124px, 1.4fr)',
        cell: (line, isActive) => (
          <span className={styles.dragged}>
            <DragGrip
              label={t('takePlace.drag', { line: lineName(line, t) })}
              type={DRAGGED_LINE}
              value={lineName(line, t)}
              isActive={isActive}
              isDisabled={line.pinned}
              onStart={() => onDrag(line)}
            />
            <LineName of={line} />
            {line.pinned && <Badge tone="plain">{t('pinned')}</Badge>}
          </span>
        ),
      },
      { id: 'qty', header: t('field.qty'), width: '76px', align: 'end', cell: ({ qty }) => number(qty) },
      {
        id: 'place',
        header: t('field.ref'),
        width: 'minmax(96px, 1fr)',
        dropBelow: 430,
        cell: ({ batchRef }) => (batchRef === null ? <None /> : <Identifier text={batchRef} />),
      },
      {
        id: 'due',
        header: t('field.dueDate'),
        width: '128px',
        cell: (line) =>
          line.dueDate === null ? (
            <None />
          ) : (
            <span className={isOverdue(line) ? screen.alarming : undefined}>{date(line.dueDate)}</span>
          ),
      },
    ],
    [t, number, date, onDrag],
  )
}
