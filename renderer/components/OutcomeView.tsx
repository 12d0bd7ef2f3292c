import { useTranslation } from 'react-i18next'
import type { Notice, Outcome } from '../../electron/contract.ts'
import { useFormat } from '../i18n/format.ts'
import { Badge, type Tone } from './Badge.tsx'
import type { Column } from './columns.tsx'
import { Grid } from './Grid.tsx'
import styles from './OutcomeView.module.css'

type Props = {
  outcome: Outcome
  /** Said when no line is touched. */
  nothing: string
}

export const toneOf: Readonly<Record<Notice['kind'], Tone>> = {
  reallocated: 'accent',
  backordered: 'warn',
  filled: 'good',
  outOfStock: 'bad',
}

/** Which lines move, wait or are filled: before it is confirmed and after, from the same kind of answer. */
export function OutcomeView({ outcome, nothing }: Props) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const lines = outcome.notices.filter((notice) => notice.orderId !== null)
  const count = (kind: Notice['kind']) => lines.filter((notice) => notice.kind === kind).length
  const columns: Column<Notice>[] = [
    {
      id: 'kind',
      header: '',
      width: '84px',
      cell: ({ kind }) => <Badge tone={toneOf[kind]}>{t(`kind.${kind}`)}</Badge>,
    },
    { id: 'line', header: t('outcome.line'), width: 'minmax(90px, 1fr)', cell: (notice) => lineName(notice, t) },
    { id: 'qty', header: t('field.qty'), width: '76px', align: 'end', cell: ({ qty }) => number(qty ?? 0) },
    { id: 'to', header: t('outcome.goesTo'), width: 'minmax(130px, 1.4fr)', cell: ({ to }) => <Place batchRef={to} /> },
  ]
  if (lines.length === 0) return <p className={styles.nothing}>{nothing}</p>
  return (
    <div className={styles.outcome}>
      <p className={styles.summary}>
        {count('reallocated') > 0 && <span>{t('outcome.moved', { count: count('reallocated') })}</span>}
        {count('backordered') > 0 && <span>{t('outcome.waiting', { count: count('backordered') })}</span>}
        {count('filled') > 0 && <span>{t('outcome.filled', { count: count('filled') })}</span>}
      </p>
      <div className={styles.list} style={{ height: Math.min(lines.length, 8) * 38 + 40 }}>
        <Grid
          label={t('outcome.line')}
          columns={columns}
          count={lines.length}
          at={(index) => lines[index]}
          rowKey={(notice) => `${notice.line}:${notice.orderId}`}
        />
      </div>
    </div>
  )
}

/** Where a line is: in a batch, or, when that is null, waiting. */
export function Place({ batchRef }: { batchRef: string | null }) {
  const { t } = useTranslation()
  return batchRef === null ? <em className={styles.waits}>{t('outcome.waits')}</em> : <strong>{batchRef}</strong>
}

type Translate = ReturnType<typeof useTranslation>['t']

export const lineName = ({ orderId, line }: { orderId: string | null; line: number | null }, t: Translate): string =>
  orderId === null ? t('none') : line === 1 ? orderId : t('lineOf', { orderId, line })
