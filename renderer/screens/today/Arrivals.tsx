import { useTranslation } from 'react-i18next'
import type { ArrivalDay, ArrivalRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { DayChart } from '../../ui/DayChart.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { inDays } from '../../warehouse/overdue.ts'
import { useView } from '../../warehouse/queries.ts'
import { Card } from './Card.tsx'
import styles from './Today.module.css'

const DAYS = 30
const SHOWN = 100 // shipments in the table

/** What arrives when, and what each shipment will fill; and what should have arrived. */
export function Arrivals({ day, arrivals, missed }: { day: string; arrivals: readonly ArrivalDay[]; missed: number }) {
  const { t } = useTranslation()
  const shipments = arrivals.reduce((sum, arrival) => sum + arrival.shipments, 0)
  return (
    <Card title={t('today.arrivals')} wide>
      {missed > 0 && <p className={screen.alarming}>{t('today.missed', { count: missed })}</p>}
      {shipments + missed === 0 ? (
        <p className={screen.fine}>{t('today.nothingArrives')}</p>
      ) : (
        <div className={styles.picture}>
          <Strip arrivals={arrivals} />
          <div className={styles.scroll}>
            <Shipments day={day} />
            {shipments + missed > SHOWN && <p className={screen.hint}>{t('today.moreShipments', { shown: SHOWN })}</p>}
          </div>
        </div>
      )}
    </Card>
  )
}

function Strip({ arrivals }: { arrivals: readonly ArrivalDay[] }) {
  const { t } = useTranslation()
  const { number, day } = useFormat()
  const days = Array.from({ length: DAYS }, (_, index) => inDays(index))
  const of = new Map(arrivals.map((arrival) => [arrival.day, arrival]))
  return (
    <DayChart
      label={t('today.arrivals')}
      days={days}
      formatDay={day}
      formatNumber={number}
      series={[
        {
          name: t('today.arriving'),
          kind: 'bars',
          colour: 'line-strong',
          values: days.map((at) => of.get(at)?.qty ?? 0),
        },
        {
          name: t('today.promised'),
          kind: 'bars',
          colour: 'accent',
          values: days.map((at) => of.get(at)?.allocated ?? 0),
        },
      ]}
    />
  )
}

/** Those that were missed first. */
function Shipments({ day }: { day: string }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const go = useGo()
  const rows = useView('arrivals', { to: inDays(DAYS - 1), limit: SHOWN }).data?.rows ?? []
  return (
    <table className={styles.table} aria-label={t('today.arrivals')}>
      <thead>
        <tr>
          <th scope="col">{t('field.eta')}</th>
          <th scope="col">{t('field.ref')}</th>
          <th scope="col">{t('field.sku')}</th>
          <th scope="col" className={styles.number}>
            {t('field.qty')}
          </th>
          <th scope="col" className={styles.number}>
            {t('today.promised')}
          </th>
          <th scope="col">{t('today.fills')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref}>
            <td className={row.eta < day ? screen.alarming : undefined}>{date(row.eta)}</td>
            <td className={styles.name}>
              <Button kind="quiet" onPress={() => go('stockTake', { batchRef: row.ref, work: 'arrival' })}>
                <Identifier text={row.ref} />
              </Button>
            </td>
            <td className={styles.name}>
              <Identifier text={row.sku} />
            </td>
            <td className={styles.number}>{number(row.qty)}</td>
            <td className={styles.number}>{number(row.allocated)}</td>
            <td>
              <Fills row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Fills({ row: { ref, lines } }: { row: ArrivalRow }) {
  const { t } = useTranslation()
  const go = useGo()
  if (lines === 0) return <span className={screen.muted}>{t('none')}</span>
  return (
    <Button kind="quiet" onPress={() => go('allocations', { lines: { batchRef: ref } })}>
      {t('today.lines', { count: lines })}
    </Button>
  )
}
