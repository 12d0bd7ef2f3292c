import { useTranslation } from 'react-i18next'
import { languageNames } from '../languages/languages.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { useSetting } from '../warehouse/settings.ts'
import styles from './Appearance.module.css'

/** Chooses language and theme, for all windows. */
export function Appearance() {
  const { t } = useTranslation()
  const [language, chooseLanguage] = useSetting('language')
  const [theme, chooseTheme] = useSetting('theme')
  const languages = [{ id: 'system' as const, name: t('setting.system') }, ...languageNames]
  const themes = (['system', 'light', 'dark'] as const).map((id) => ({ id, name: t(`setting.${id}`) }))
  return (
    <div className={styles.appearance}>
      <SelectField label={t('setting.language')} options={languages} value={language} onChange={chooseLanguage} />
      <SelectField label={t('setting.theme')} options={themes} value={theme} onChange={chooseTheme} />
    </div>
  )
}
