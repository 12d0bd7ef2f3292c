import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { beginOf, inDays } from '../../warehouse/overdue.ts'
import { None } from '../../warehouse/Quantity.tsx'
import { useView } from '../../warehouse/queries.ts'
import { Card } from './Card.tsx'
import styles from './Today.module.css'

const SHOWN = 8
const periods = ['month', 'quarter'] as const
const figures = ['times', 'units', 'days'] as const

/** Who gave way in 30 and in 90 days, today included, so that nobody does every time. An order leads to its lines. */
export function GaveWay({ day }: { day: string }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const go = useGo()
  const { data } = useView('gaveWay', {
    ...{ day, month: beginOf(inDays(-29)), quarter: beginOf(inDays(-89)) },
    limit: SHOWN,
  })
  const { rows = [], more = 0, since = null } = data ?? {}
  return (
    <Card title={t('today.gaveWay')} wide>
      {data && rows.length === 0 && <p className={screen.fine}>{t('today.nobodyGaveWay')}</p>}
      {rows.length > 0 && (
        <>
          <p className={screen.hint}>{t('today.gaveWayHint')}</p>
          <table className={styles.table} aria-label={t('today.gaveWay')}>
            <thead>
              <tr>
                <td />
                {periods.map((period) => (
                  <th key={period} scope="colgroup" colSpan={figures.length} className={styles.number}>
                    {t(`today.period.${period}`)}
                  </th>
                ))}
              </tr>
              <tr>
                <th scope="col">{t('today.whose')}</th>
                {periods.flatMap((period) =>
                  figures.map((figure) => (
                    <th key={`${period} ${figure}`} scope="col" className={styles.number}>
                      {t(`today.gave.${figure}`)}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ customer, orderId, ...row }) => (
                <tr key={JSON.stringify([customer, orderId])}>
                  <td className={styles.name}>
                    {orderId === null ? (
                      <Identifier text={customer!} />
                    ) : (
                      <Button kind="quiet" onPress={() => go('allocations', { order: orderId })}>
                        <Identifier text={orderId} />
                      </Button>
                    )}
                  </td>
                  {periods.flatMap((period) =>
                    figures.map((figure) => (
                      <td key={`${period} ${figure}`} className={styles.number}>
                        {row[period].times === 0 ? <None /> : number(row[period][figure])}
                      </td>
                    )),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          {more > 0 && <p className={screen.hint}>{t('today.moreGaveWay', { count: more })}</p>}
          {since !== null && (
            <p className={screen.hint}>{t('today.gaveWaySince', { date: date(since.slice(0, 10)) })}</p>
          )}
        </>
      )}
    </Card>
  )
}
