import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../electron/contract.ts'
import { useFormat } from '../i18n/format.ts'
import { Badge } from '../ui/Badge.tsx'
import type { Column } from '../ui/columns.tsx'
import { Grid } from '../ui/Grid.tsx'
import { gridHeight } from '../ui/gridHeight.ts'
import { Identifier } from '../ui/Identifier.tsx'
import screen from '../ui/screen.module.css'
import { type Arrivals, useArrivals } from './arrivals.ts'
import { daysLater } from './daysLater.ts'
import { type ChangeKind, changeTones, type LineChange, lineChangesOf } from './lineChanges.ts'
import styles from './OutcomeView.module.css'
import { None } from './Quantity.tsx'

type Props = {
  outcome: Outcome
  /** The text when no line is affected. */
  nothing: string
}

const MOST_ROWS = 8 // shown without scrolling

/** How many lines an outcome affects, and the lines. */
export const OutcomeView = ({ outcome, nothing }: Props) => (
  <div className={styles.outcome}>
    <OutcomeSummary outcome={outcome} nothing={nothing} />
    <OutcomeLines outcome={outcome} />
  </div>
)

/** How many lines an outcome affects, and how; the same for a preview and for what was done. */
export function OutcomeSummary({ outcome, nothing }: Props) {
  const { t } = useTranslation()
  const counts = Map.groupBy(lineChangesOf(outcome), ({ kind }) => kind)
  if (counts.size === 0) return <p className={styles.nothing}>{nothing}</p>
  return (
    <p className={styles.summary}>
      {[...counts].map(([kind, { length }]) => (
        <span key={kind} className={styles[changeTones[kind]]}>
          {t(`outcome.${kind}`, { count: length })}
        </span>
      ))}
    </p>
  )
}

/** The lines that an outcome affects; nothing when there are none. */
export function OutcomeLines({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const changes = lineChangesOf(outcome)
  const skus = new Set(changes.map(({ sku }) => sku))
  const isMoved = changes.some(({ from }) => from !== null)
  const arrivals = useArrivals(skus.size === 1 && isMoved ? changes[0]!.sku : null, outcome)
  const columns = useChangeColumns(skus.size > 1, arrivals)
  if (changes.length === 0) return null
  return (
    <div className={styles.list} style={{ height: gridHeight(Math.min(changes.length, MOST_ROWS)) }}>
      <Grid
        name="outcome"
        label={t('outcome.line')}
        columns={columns}
        narrowest={420}
        count={changes.length}
        at={(index) => changes[index]}
        rowKey={({ orderId, line, sku }) => `${line}:${orderId}:${sku}`}
      />
    </div>
  )
}

/** The SKU has a column only when there are several. */
function useChangeColumns(withSku: boolean, arrivals: Arrivals): Column<LineChange>[] {
  const { t } = useTranslation()
  const { number } = useFormat()
  return [
    {
      id: 'kind',
      header: t('notices.kind'),
      width: '104px',
      cell: ({ kind }) => <Badge tone={changeTones[kind]}>{t(`kind.${kind}`)}</Badge>,
    },
    { id: 'line', header: t('outcome.line'), width: 'minmax(80px, 1fr)', cell: (change) => <LineName of={change} /> },
    ...(withSku
      ? [
          {
            id: 'sku',
            header: t('field.sku'),
            width: 'minmax(90px, 1fr)',
            cell: ({ sku }: LineChange) => <Identifier text={sku} />,
          },
        ]
      : []),
    { id: 'qty', header: t('field.qty'), width: '72px', align: 'end', cell: ({ qty }) => number(qty) },
    {
      id: 'place',
      header: t('field.ref'),
      width: 'minmax(170px, 2.2fr)',
      cell: (change) => (
        <>
          {change.from === null ? (
            <Place kind={change.kind} batchRef={change.batchRef} />
          ) : (
            <Move change={change} from={change.from} arrivals={arrivals} />
          )}
          {change.pinEnds && <small> · {t('pinEnds')}</small>}
        </>
      ),
    },
  ]
}

/** Where a line is: in a batch, or waiting (null). A batch that a line could not return to is struck through. */
export function Place({ batchRef, kind }: { batchRef: string | null; kind?: ChangeKind }) {
  const { t } = useTranslation()
  if (batchRef === null) return <em className={styles.waits}>{t('outcome.waits')}</em>
  const ref = <Identifier text={batchRef} />
  return kind === 'notRestored' ? <s>{ref}</s> : <strong>{ref}</strong>
}

type MoveProps = { change: LineChange; from: string; arrivals: Arrivals }

/** From which batch to which, how many days that gains or loses, and whether the line becomes late. */
function Move({ change: { batchRef, dueDate }, from, arrivals }: MoveProps) {
  const { t } = useTranslation()
  const [before, after] = [arrivals.get(from), batchRef === null ? undefined : arrivals.get(batchRef)]
  const days = before === undefined || after === undefined ? 0 : daysLater(before, after)
  const isLate = dueDate !== null && after != null && dueDate < after
  return (
    <span className={styles.move}>
      <span className={screen.inline}>
        <Identifier text={from} /> <span>→</span> <Place batchRef={batchRef} />
      </span>
      {(days !== 0 || isLate) && (
        <small>
          {days > 0 && t('outcome.later', { count: days })}
          {days < 0 && t('outcome.earlier', { count: -days })}
          {isLate && <strong className={styles.late}> {t('outcome.becomesLate')}</strong>}
        </small>
      )}
    </span>
  )
}

type OfLine = { readonly orderId: string | null; readonly line: number | null }

/** What the line is called, cut within its order. null: the row is of no line. */
export function LineName({ of }: { of: OfLine }) {
  const { t } = useTranslation()
  if (of.orderId === null) return <None />
  const name = lineName(of, t)
  return <Identifier text={name} kept={6 + name.length - of.orderId.length} />
}

export const lineName = ({ orderId, line }: OfLine, t: TFunction): string =>
  orderId === null ? t('none') : line === 1 ? orderId : t('lineOf', { orderId, line })
