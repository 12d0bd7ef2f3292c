import { useTranslation } from 'react-i18next'
import type { LineRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { None } from '../../warehouse/Quantity.tsx'
import { LineStateBadge } from './lineColumns.tsx'
import styles from './Order.module.css'

/** `onCancel` is undefined while another action is being confirmed. */
export function OrderLines({ lines, onCancel }: { lines: readonly LineRow[]; onCancel?: (line: LineRow) => void }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <div className={styles.lines}>
      <table aria-label={t('order.lines')}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t('field.line')}
            </th>
            <th scope="col">{t('field.sku')}</th>
            <th scope="col" className={styles.number}>
              {t('field.qty')}
            </th>
            <th scope="col">{t('allocations.state')}</th>
            <th scope="col">{t('field.ref')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td className={styles.number}>{number(line.line)}</td>
              <td>
                <Identifier text={line.sku} />
              </td>
              <td className={styles.number}>{number(line.qty)}</td>
              <td>
                <LineStateBadge line={line} />
              </td>
              <td>{line.batchRef === null ? <None /> : <Identifier text={line.batchRef} />}</td>
              <td>
                {onCancel && (line.state === 'allocated' || line.state === 'backordered') && (
                  <Button kind="quiet" onPress={() => onCancel(line)}>
                    {t('order.cancelLine')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
