import { Label, ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CopyProgress } from '../../../electron/contract.ts'
import styles from './Backups.module.css'

export function BackupProgress({ progress: { done, total } }: { progress: CopyProgress }) {
  const { t } = useTranslation()
  return (
    <ProgressBar value={done} maxValue={Math.max(total, 1)} className={styles.progress!}>
      {({ percentage = 0, valueText }) => (
        <>
          <div className={styles.progressHead}>
            <Label>{t('backups.making')}</Label>
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
