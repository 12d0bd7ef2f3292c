import { Label, ProgressBar } from 'react-aria-components'
import styles from './Progress.module.css'

/** `done` and `total` are in any one unit. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <ProgressBar value={done} maxValue={Math.max(total, 1)} className={styles.progress!}>
      {({ percentage = 0, valueText }) => (
        <>
          <div className={styles.head}>
            <Label>{label}</Label>
            <span>{valueText}</span>
          </div>
          <div className={styles.track}>
            <div className={styles.fill} style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
