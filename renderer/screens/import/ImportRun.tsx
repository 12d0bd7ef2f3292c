import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import screen from '../../ui/screen.module.css'

type Props = { name: string; progress: ImportProgress; onCancel: () => void }

export function ImportRun({ name, progress, onCancel }: Props) {
  const { t } = useTranslation()
  return (
    <section className={`${screen.panel} ${screen.card}`}>
      <Progress label={t('import.running', { name })} done={progress.bytes} total={progress.totalBytes} />
      <p className={screen.hint}>{t('import.progress', { count: progress.rows })}</p>
      <div>
        <Button onPress={onCancel}>{t('import.cancel')}</Button>
      </div>
    </section>
  )
}
