import { Label, ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../electron/contract.ts'
import { Button } from '../../components/Button.tsx'
import { useFormat } from '../../i18n/format.ts'
import screen from '../screen.module.css'
import styles from './Import.module.css'

type Props = { name: string; progress: ImportProgress; onCancel: () => void }

export function ImportRun({ name, progress, onCancel }: Props) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <section className={`${screen.panel} ${screen.card}`}>
      <ProgressBar value={progress.bytes} maxValue={progress.totalBytes} className={styles.progress!}>
        {({ percentage = 0, valueText }) => (
          <>
            <div className={styles.progressHead}>
              <Label>{t('import.running', { name })}</Label>
              <span>{valueText}</span>
            </div>
            <div className={styles.track}>
              <div className={styles.fill} style={{ width: `${percentage}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <p className={screen.hint}>{t('import.progress', { rows: number(progress.rows) })}</p>
      <div>
        <Button onPress={onCancel}>{t('import.cancel')}</Button>
      </div>
    </section>
  )
}
