import { useState } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CopyProgress } from '../../../electron/contract.ts'
import { Button } from '../../components/Button.tsx'
import screen from '../screen.module.css'
import styles from './Backups.module.css'

export function BackupProgress({ progress: { done, total } }: { progress: CopyProgress }) {
  const { t } = useTranslation()
  const [isCancelling, setCancelling] = useState(false) // which may take a moment
  const cancel = () => {
    setCancelling(true)
    void window.warehouse.cancelBackup()
  }
  return (
    <section className={`${screen.panel} ${screen.card}`}>
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
      <div>
        <Button onPress={cancel} isPending={isCancelling}>
          {t('backups.cancel')}
        </Button>
      </div>
    </section>
  )
}
