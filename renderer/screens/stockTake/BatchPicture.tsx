import { useTranslation } from 'react-i18next'
import type { BatchRow, Outcome } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import styles from './BatchPicture.module.css'
import { batchChange, type Shares, totalOf } from './batchChange.ts'

const parts = ['kept', 'moves', 'comes', 'setAside', 'free'] as const

/** What the batch holds before and after an outcome, as two bars of one scale, with their numbers. */
export function BatchPicture({ batch, outcome }: { batch: BatchRow; outcome: Outcome }) {
  const { t } = useTranslation()
  const { before, after } = batchChange(batch, outcome)
  const scale = Math.max(totalOf(before), totalOf(after), 1)
  const shown = parts.filter((part) => before[part] + after[part] > 0)
  return (
    <figure className={styles.picture}>
      <Bar label={t('bar.before')} shares={before} scale={scale} />
      <Bar label={t('bar.after')} shares={after} scale={scale} />
      <figcaption className={styles.legend} aria-hidden>
        {shown.map((part) => (
          <span key={part}>
            <i className={`${styles.part} ${styles[part]}`} /> {t(`bar.${part}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function Bar({ label, shares, scale }: { label: string; shares: Shares; scale: number }) {
  const { t } = useTranslation()
  const { number, list } = useFormat()
  const shown = parts.filter((part) => shares[part] > 0)
  const words = list(shown.map((part) => `${t(`bar.${part}`)} ${number(shares[part])}`))
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.room} role="img" aria-label={`${label}: ${words || number(0)}`}>
        <div className={styles.bar} style={{ width: `${(100 * totalOf(shares)) / scale}%` }}>
          {shown.map((part) => (
            <span key={part} className={`${styles.part} ${styles[part]}`} style={{ flexGrow: shares[part] }}>
              {number(shares[part])}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}
