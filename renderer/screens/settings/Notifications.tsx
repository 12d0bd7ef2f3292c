import { useTranslation } from 'react-i18next'
import { CheckField } from '../../ui/CheckField.tsx'
import screen from '../../ui/screen.module.css'
import { useSetting } from '../../warehouse/settings.ts'
import styles from './Settings.module.css'

const kinds = ['notifyWaiting', 'notifyLate', 'notifyBackup', 'badge'] as const

/** What the system tells of while the app is not in front. */
export function Notifications() {
  const { t } = useTranslation()
  return (
    <>
      <p className={screen.hint}>{t('setting.notifyHint')}</p>
      <div className={styles.checks}>
        {kinds.map((kind) => (
          <Kind key={kind} kind={kind} />
        ))}
      </div>
    </>
  )
}

function Kind({ kind }: { kind: (typeof kinds)[number] }) {
  const { t } = useTranslation()
  const [isOn, turn] = useSetting(kind)
  return (
    <CheckField isSelected={isOn} onChange={turn}>
      {t(`setting.${kind}`)}
    </CheckField>
  )
}
