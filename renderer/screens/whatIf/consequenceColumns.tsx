import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsequenceKind, LineConsequence, Place as PlaceOfLine, SumsOf } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/columns.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { LineName, Place } from '../../warehouse/OutcomeView.tsx'
import { None, Quantity } from '../../warehouse/Quantity.tsx'
import styles from './WhatIf.module.css'

const tones: Readonly<Record<ConsequenceKind, Tone>> = {
  short: 'warn',
  late: 'bad',
  moved: 'accent',
  filled: 'good',
  inTime: 'good',
  placed: 'good',
  cancelled: 'plain',
}

function KindBadge({ kind }: { kind: ConsequenceKind }) {
  const { t } = useTranslation()
  return <Badge tone={tones[kind]}>{t(`whatIf.became.${kind}`)}</Badge>
}

/** Where a line is, and when that is there. null: it is not ordered. */
export function Standing({ place }: { place: PlaceOfLine | null }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  if (place === null) return <None />
  if (place.state === 'cancelled') return <em>{t('state.cancelled')}</em>
  return (
    <span className={styles.standing}>
      <Place batchRef={place.batchRef} />
      {place.eta !== null && (
        <small className={place.late ? styles.late : undefined}>
          {place.late && `${t('late')} · `}
          {date(place.eta)}
        </small>
      )}
    </span>
  )
}

export function useConsequenceColumns(): Column<LineConsequence>[] {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  return useMemo(
    () => [
      { id: 'kind', header: t('notices.kind'), width: '104px', cell: ({ kind }) => <KindBadge kind={kind} /> },
      { id: 'line', header: t('outcome.line'), width: 'minmax(86px, 1fr)', cell: (line) => <LineName of={line} /> },
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(90px, 1fr)',
        dropBelow: 640,
        cell: ({ sku }) => <Identifier text={sku} />,
      },
      { id: 'qty', header: t('field.qty'), width: '64px', align: 'end', cell: ({ qty }) => number(qty) },
      {
        id: 'due',
        header: t('field.dueDate'),
        width: '124px',
        dropBelow: 560,
        cell: ({ dueDate }) => (dueDate === null ? <None /> : date(dueDate)),
      },
      {
        id: 'customer',
        header: t('field.customer'),
        width: 'minmax(80px, 1fr)',
        dropBelow: 800,
        cell: ({ customer }) => (customer === null ? <None /> : <Identifier text={customer} />),
      },
      {
        id: 'before',
        header: t('whatIf.now'),
        width: 'minmax(90px, 1.3fr)',
        cell: ({ before }) => <Standing place={before} />,
      },
      {
        id: 'after',
        header: t('whatIf.after'),
        width: 'minmax(90px, 1.3fr)',
        cell: ({ after }) => <Standing place={after} />,
      },
    ],
    [t, number, date],
  )
}

const summed: readonly ConsequenceKind[] = ['short', 'late', 'moved', 'filled', 'inTime', 'placed', 'cancelled']

/** Units of each kind. @param name what heads the orders, or customers */
export function useSumsColumns(name: string): Column<SumsOf>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        id: 'name',
        header: name,
        width: 'minmax(120px, 2fr)',
        cell: (row) => (row.name === null ? <None /> : <Identifier text={row.name} />),
      },
      ...summed.map(
        (kind): Column<SumsOf> => ({
          id: kind,
          header: t(`whatIf.became.${kind}`),
          width: 'minmax(84px, 1fr)',
          align: 'end',
          cell: ({ sums }) => <Quantity value={sums[kind].units} alarming={kind === 'short' || kind === 'late'} />,
        }),
      ),
    ],
    [t, name],
  )
}
