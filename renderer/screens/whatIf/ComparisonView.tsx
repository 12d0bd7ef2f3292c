import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardForesight } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Column } from '../../ui/columns.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { lineKey } from '../../warehouse/lineChanges.ts'
import { LineName } from '../../warehouse/OutcomeView.tsx'
import { kinds } from './ConsequenceView.tsx'
import { type Compared, compare } from './comparison.ts'
import { Standing } from './consequenceColumns.tsx'
import styles from './WhatIf.module.css'

type Named = { readonly name: string | null; readonly foresight: BoardForesight }

/** What two boards come to, side by side: in sums, and line by line, those that differ first. */
export function ComparisonView({ first, second }: { first: Named; second: Named }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { rows, differing } = useMemo(
    () => compare(first.foresight, second.foresight),
    [first.foresight, second.foresight],
  )
  const names = [first, second].map(({ name }) => name ?? t('whatIf.thisBoard'))
  const columns = useColumns(names[0]!, names[1]!)
  const sum = ({ foresight }: Named, kind: (typeof kinds)[number]) =>
    t('whatIf.sum', { count: foresight.sums[kind].lines, units: number(foresight.sums[kind].units) })
  return (
    <>
      <table className={styles.table} aria-label={t('whatIf.compared')}>
        <thead>
          <tr>
            <td />
            {names.map((name, at) => (
              <th key={at === 0 ? 'first' : 'second'} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds
            .filter((kind) => [first, second].some(({ foresight }) => foresight.sums[kind].lines > 0))
            .map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`whatIf.became.${kind}`)}</th>
                <td>{sum(first, kind)}</td>
                <td>{sum(second, kind)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className={screen.hint}>{t('whatIf.differing', { count: differing })}</p>
      <div className={`${screen.panel} ${screen.list}`}>
        <Grid
          name="whatIfCompared"
          label={t('whatIf.compared')}
          columns={columns}
          narrowest={450}
          count={rows.length}
          at={(index) => rows[index]}
          rowKey={lineKey}
        />
      </div>
    </>
  )
}

function useColumns(first: string, second: string): Column<Compared>[] {
  const { t } = useTranslation()
  const { number } = useFormat()
  return useMemo(
    () => [
      { id: 'line', header: t('outcome.line'), width: 'minmax(90px, 1fr)', cell: (line) => <LineName of={line} /> },
      {
        id: 'sku',
        header: t('field.sku'),
        width: 'minmax(90px, 1fr)',
        dropBelow: 640,
        cell: ({ sku }) => <Identifier text={sku} />,
      },
      { id: 'qty', header: t('field.qty'), width: '60px', align: 'end', cell: ({ qty }) => number(qty) },
      { id: 'now', header: t('whatIf.now'), width: 'minmax(90px, 1fr)', cell: ({ now }) => <Standing place={now} /> },
      {
        id: 'first',
        header: first,
        width: 'minmax(90px, 1fr)',
        cell: ({ now, first }) => <Standing place={first?.after ?? now} />,
      },
      {
        id: 'second',
        header: second,
        width: 'minmax(90px, 1fr)',
        cell: ({ now, second }) => <Standing place={second?.after ?? now} />,
      },
    ],
    [t, number, first, second],
  )
}
