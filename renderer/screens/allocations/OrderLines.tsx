import { useTranslation } from 'react-i18next'
import type { LineRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
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
            <th scope="col">{t('field.line')}</th>
            <th scope="col">{t('field.sku')}</th>
            <th scope="col">{t('field.qty')}</th>
            <th scope="col">{t('allocations.state')}</th>
            <th scope="col">{t('field.ref')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td>{number(line.line)}</td>
              <td>{line.sku}</td>
              <td>{number(line.qty)}</td>
              <td>
                <LineStateBadge line={line} />
              </td>
              <td>{line.batchRef ?? t('none')}</td>
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
