import { useTranslation } from 'react-i18next'
import type { BalanceDay } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { DayChart } from '../../ui/DayChart.tsx'
import screen from '../../ui/screen.module.css'
import { inDays, today } from '../../warehouse/overdue.ts'
import { useView } from '../../warehouse/queries.ts'
import { drawnDays } from './drawnDays.ts'
import styles from './Shortages.module.css'

/** What arrives and what is due, and what is left of it from day to day. */
export function BalancePicture({ sku }: { sku: string }) {
  const { t } = useTranslation()
  const { number, day, date } = useFormat()
  const { data: balance, isPlaceholderData } = useView('balance', { sku })
  if (!balance || isPlaceholderData) return <p className={screen.hint}>{t('list.loading')}</p>
  const runsOut = balance.days.find(({ left }) => left < 0)
  const lack = -balance.days.reduce((least, { left }) => Math.min(least, left), 0)
  const drawn = drawnDays(balance, today(), inDays(30))
  return (
    <div className={styles.balance}>
      <p className={runsOut ? screen.alarming : screen.fine}>
        {!runsOut
          ? t('shortages.enough')
          : runsOut.day === null
            ? t('shortages.runsOutAtLast', { count: lack })
            : t('shortages.runsOut', { date: date(runsOut.day), count: lack })}
      </p>
      <div className={styles.picture}>
        <DayChart
          label={t('shortages.timeline')}
          days={drawn.map((at) => at.day)}
          formatDay={day}
          formatNumber={number}
          series={[
            { name: t('shortages.arriving'), kind: 'bars', colour: 'good', values: drawn.map((at) => at.arriving) },
            { name: t('shortages.dueOut'), kind: 'bars', colour: 'warn', values: drawn.map((at) => -at.due) },
            { name: t('shortages.left'), kind: 'steps', colour: 'accent', values: drawn.map((at) => at.left) },
          ]}
        />
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t('shortages.timeline')}>
            <thead>
              <tr>
                <th scope="col">{t('shortages.day')}</th>
                <th scope="col">{t('shortages.arriving')}</th>
                <th scope="col">{t('shortages.dueOut')}</th>
                <th scope="col">{t('shortages.left')}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td>{t('onHand')}</td>
                <td />
                <td />
                <td>{number(balance.onHand)}</td>
              </tr>
              {balance.days.map((row) => (
                <Day key={row.day} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  )
}

function Day({ row: { day, arriving, due, left } }: { row: BalanceDay }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const units = (value: number) => (value === 0 ? <span className={screen.muted}>{t('none')}</span> : number(value))
  return (
    <tr>
      <td>{day === null ? t('why.noDueDate') : date(day)}</td>
      <td>{units(arriving)}</td>
      <td>{units(due)}</td>
      <td className={left < 0 ? screen.alarming : undefined}>{number(left)}</td>
    </tr>
  )
}
