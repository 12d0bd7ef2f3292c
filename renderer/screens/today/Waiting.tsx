import { useTranslation } from 'react-i18next'
import type { Today } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { isOverdue } from '../../warehouse/overdue.ts'
import { useView } from '../../warehouse/queries.ts'
import { Card } from './Card.tsx'
import styles from './Today.module.css'

const SHOWN = 5

/** Who is short: the lines that wait, and the orders that are due first. */
export function Waiting({ waiting: { lines, units, skus, due } }: { waiting: Today['waiting'] }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const go = useGo()
  return (
    <Card
      title={t('today.waiting')}
      actions={
        lines > 0 && (
          <Button kind="quiet" onPress={() => go('shortages')}>
            {t('today.whoIsShort', { count: skus })}
          </Button>
        )
      }
    >
      {lines === 0 ? (
        <p className={screen.fine}>{t('today.nobodyWaits')}</p>
      ) : (
        <>
          <Button kind="quiet" onPress={() => go('allocations', { lines: { state: 'backordered' } })}>
            <strong className={styles.large}>{t('today.lines', { count: lines })}</strong>
          </Button>
          <p className={screen.hint}>
            {t('today.units', { count: units })}
            {due !== null && ` · ${t('today.earliest', { date: date(due) })}`}
          </p>
          <FirstLines />
        </>
      )}
    </Card>
  )
}

function FirstLines() {
  const { t } = useTranslation()
  const { number, day } = useFormat()
  const go = useGo()
  const lines = useView('lines', { state: 'backordered', sort: 'due', limit: SHOWN }).data?.rows ?? []
  return (
    <table className={styles.table} aria-label={t('today.dueFirst')}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.seq}>
            <td className={styles.name}>
              <Button kind="quiet" onPress={() => go('allocations', { order: line.orderId })}>
                <Identifier text={line.orderId} />
              </Button>
            </td>
            <td className={`${styles.name} ${styles.customer} ${screen.muted}`}>
              {line.customer !== null && <Identifier text={line.customer} />}
            </td>
            <td className={styles.name}>
              <Identifier text={line.sku} />
            </td>
            <td className={styles.number}>{number(line.qty)}</td>
            <td className={isOverdue(line) ? screen.alarming : undefined}>
              {line.dueDate === null ? t('none') : day(line.dueDate)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
