import { useTranslation } from 'react-i18next'
import type { LineRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { isOpen } from '../../warehouse/overdue.ts'
import { None } from '../../warehouse/Quantity.tsx'
import { LineStateBadge } from './lineColumns.tsx'
import styles from './Order.module.css'

export type LineAction = 'priority' | 'pin' | 'unpin' | 'take' | 'split' | 'cancel'

const actionsOf = ({ state, late, pinned, qty }: LineRow): LineAction[] => [
  'priority',
  ...(state === 'allocated' ? [pinned ? ('unpin' as const) : ('pin' as const)] : []),
  ...(state === 'backordered' || (late && !pinned) ? ['take' as const] : []),
  ...(qty > 1 ? ['split' as const] : []),
  'cancel',
]

type Props = {
  lines: readonly LineRow[]
  /** undefined while another action is being confirmed. */
  onAct?: ((action: LineAction, line: LineRow) => void) | undefined
}

export function OrderLines({ lines, onAct }: Props) {
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
                <LineStateBadge line={line} />{' '}
                {line.priority > 0 && <Badge tone="plain">{t('priority', { priority: line.priority })}</Badge>}
              </td>
              <td>{line.batchRef === null ? <None /> : <Identifier text={line.batchRef} />}</td>
              <td>
                {onAct && isOpen(line) && (
                  <ActionMenu
                    label={t('order.actions', { line: line.line, sku: line.sku })}
                    actions={actionsOf(line).map((id) => ({
                      id,
                      name: t(`order.action.${id}`),
                      onAction: () => onAct(id, line),
                    }))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
