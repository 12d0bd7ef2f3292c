import { useTranslation } from 'react-i18next'
import type { LinesByDays, Today } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { daysText } from '../../warehouse/daysText.ts'
import { type Days, useGo } from '../../warehouse/navigation.ts'
import { Card } from './Card.tsx'
import styles from './Today.module.css'

const ranges: readonly { readonly id: keyof LinesByDays; readonly days: Days }[] = [
  { id: 'upTo3', days: { from: 1, to: 3 } },
  { id: 'upTo7', days: { from: 4, to: 7 } },
  { id: 'more', days: { from: 8, to: null } },
]

/** What is late: lines that were due and are still here, and lines whose shipment comes too late, by days. */
export function Late(counts: Pick<Today, 'overdue' | 'late'>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const go = useGo()
  const isFine = ranges.every(({ id }) => counts.overdue[id] + counts.late[id] === 0)
  return (
    <Card title={t('today.late')}>
      {isFine ? (
        <p className={screen.fine}>{t('today.nothingLate')}</p>
      ) : (
        <table className={styles.table} aria-label={t('today.late')}>
          <thead>
            <tr>
              <td />
              {ranges.map(({ id, days }) => (
                <th key={id} scope="col" className={styles.number}>
                  {daysText(days, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['overdue', 'late'] as const).map((state) => (
              <tr key={state}>
                <th scope="row">
                  {t(`today.${state}Lines`)}
                  <span className={screen.hint}>{t(`today.${state}Hint`)}</span>
                </th>
                {ranges.map(({ id, days }) => (
                  <td key={id} className={styles.number}>
                    {counts[state][id] === 0 ? (
                      <span className={screen.muted}>{number(0)}</span>
                    ) : (
                      <Button
                        kind="quiet"
                        aria-label={`${t(state)}, ${daysText(days, t)}: ${t('today.lines', { count: counts[state][id] })}`}
                        onPress={() => go('allocations', { lines: { state, days } })}
                      >
                        <strong>{number(counts[state][id])}</strong>
                      </Button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
