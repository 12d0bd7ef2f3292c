import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../i18n/failureText.ts'
import { Button } from '../ui/Button.tsx'
import { leaveSample, removeSample } from '../warehouse/sample.ts'
import { clearScans } from '../warehouse/scans/scans.ts'
import { failureOf } from '../warehouse/unwrap.ts'
import styles from './SampleBar.module.css'

/** Says, as long as the sample is shown, that it is not the person's own data, and leads back. */
export function SampleBar() {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<Error | null>(null)
  return (
    <aside className={styles.bar} aria-label={t('sample.title')}>
      <Sparkles size={18} aria-hidden />
      <p className={styles.text}>
        <strong>{t('sample.title')}</strong> {failure ? failureText(failureOf(failure), t) : t('sample.hint')}
      </p>
      <Button onPress={() => void leaveSample().catch(setFailure)}>{t('sample.leave')}</Button>
      <Button onPress={() => void removeSample(clearScans).catch(setFailure)}>{t('sample.remove')}</Button>
    </aside>
  )
}
