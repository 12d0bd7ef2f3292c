import { useTranslation } from 'react-i18next'
import type { HistoryRow, LineRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import screen from '../../ui/screen.module.css'
import { eventName, useEventText } from '../../warehouse/eventText.ts'
import { useGo } from '../../warehouse/navigation.ts'
import { useView } from '../../warehouse/queries.ts'
import { LineWhy } from '../../warehouse/why/LineWhy.tsx'
import styles from './LineDetails.module.css'
import { LineStateBadge } from './lineColumns.tsx'

/** Entries in history that are looked through for those of a line. */
const MOST = 1000

/** A line's whole story: where it stands, why, and everything that happened to it, newest first. */
export function LineDetails({ line: chosen, onOpen }: { line: LineRow; onOpen: (orderId: string) => void }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const go = useGo()
  const { orderId, sku } = chosen
  const ofOrder = useView('lines', { orderId, sku, limit: 1000 })
  const line = ofOrder.data?.rows.find(({ seq }) => seq === chosen.seq) ?? chosen
  const isWaiting = line.state === 'backordered'
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('field.sku')}</dt>
        <dd>
          <Identifier text={sku} />
        </dd>
        <dt>{t('field.qty')}</dt>
        <dd>{number(line.qty)}</dd>
        <dt>{t('allocations.state')}</dt>
        <dd>
          <LineStateBadge line={line} />
        </dd>
        {line.batchRef !== null && (
          <>
            <dt>{t('field.ref')}</dt>
            <dd>
              <Identifier text={line.batchRef} /> {line.eta === null ? t('onHand') : date(line.eta)}
            </dd>
          </>
        )}
        {line.dueDate !== null && (
          <>
            <dt>{t('field.dueDate')}</dt>
            <dd>{date(line.dueDate)}</dd>
          </>
        )}
        {line.priority > 0 && (
          <>
            <dt>{t('field.priority')}</dt>
            <dd>{number(line.priority)}</dd>
          </>
        )}
        {line.customer !== null && (
          <>
            <dt>{t('field.customer')}</dt>
            <dd>{line.customer}</dd>
          </>
        )}
      </dl>
      <div className={screen.actions}>
        <Button onPress={() => onOpen(orderId)}>{t('allocations.openOrder')}</Button>
        <Button kind="quiet" onPress={() => go('history', { history: { orderId } })}>
          {t('order.history')}
        </Button>
      </div>
      {(isWaiting || line.late) && (
        <section className={styles.part}>
          <h3>{t('allocations.why')}</h3>
          <LineWhy line={line} />
        </section>
      )}
      <Story line={line} />
    </>
  )
}

function Story({ line: { orderId, sku, line } }: { line: LineRow }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const eventText = useEventText()
  const { data } = useView('history', { orderId, sku, limit: MOST })
  const isOfLine = ({ event }: HistoryRow) => !('line' in event) || event.line === line
  return (
    <section className={styles.part}>
      <h3>{t('allocations.story')}</h3>
      <ol className={styles.story} aria-label={t('allocations.story')}>
        {data?.rows.filter(isOfLine).map(({ seq, at, by, event }) => (
          <li key={seq}>
            <strong>{eventName(event, t)}</strong> <span>{eventText(event)}</span>
            <small>{[time(at), by].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ol>
      {data?.next && <p className={screen.hint}>{t('allocations.earlier')}</p>}
    </section>
  )
}
