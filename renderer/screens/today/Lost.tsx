import { useTranslation } from 'react-i18next'
import type { Today } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { Card } from './Card.tsx'
import styles from './Today.module.css'

const SHOWN = 6

/** What was lost in 30 days, by reason. A reason leads to the entries of its kind. */
export function Lost({ lost }: Pick<Today, 'lost'>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const reasonText = useReasonText()
  const go = useGo()
  const total = lost.reduce((sum, { units }) => sum + units, 0)
  const others = lost.slice(SHOWN).reduce((sum, { units }) => sum + units, 0)
  return (
    <Card title={t('today.lost')}>
      {total === 0 ? (
        <p className={screen.fine}>{t('today.nothingLost')}</p>
      ) : (
        <table className={styles.table} aria-label={t('today.lost')}>
          <tbody>
            {lost.slice(0, SHOWN).map(({ reason, units }) => (
              <tr key={reason}>
                <td>
                  <Button kind="quiet" onPress={() => go('history', { history: { type: typeOf(reason) } })}>
                    {reasonText(reason)}
                  </Button>
                </td>
                <td className={styles.share} aria-hidden>
                  <span style={{ width: `${(100 * units) / total}%` }} />
                </td>
                <td className={styles.number}>{number(units)}</td>
              </tr>
            ))}
            {others > 0 && (
              <tr>
                <td className={screen.muted}>{t('today.otherReasons')}</td>
                <td />
                <td className={styles.number}>{number(others)}</td>
              </tr>
            )}
            <tr className={styles.total}>
              <th scope="row">{t('today.total')}</th>
              <td />
              <td className={styles.number}>{number(total)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </Card>
  )
}

/** The message that takes units for this reason. */
function typeOf(reason: string) {
  if (reason === 'counted') return 'StockCounted'
  return reason === 'quantityChanged' ? 'BatchQuantityChanged' : 'StockDamaged'
}
