import { useTranslation } from 'react-i18next'
import { textSizes } from '../../../electron/tables/textSizes.ts'
import { useFormat } from '../../i18n/format.ts'
import { languageNames } from '../../languages/languages.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { useSetting } from '../../warehouse/settings.ts'
import styles from './Settings.module.css'

export function Looks() {
  const { t } = useTranslation()
  const { percent } = useFormat()
  const [language, chooseLanguage] = useSetting('language')
  const [theme, chooseTheme] = useSetting('theme')
  const [textSize, chooseTextSize] = useSetting('textSize')
  const [density, chooseDensity] = useSetting('density')
  const languages = [{ id: 'system' as const, name: t('setting.system') }, ...languageNames]
  const themes = (['system', 'light', 'dark'] as const).map((id) => ({ id, name: t(`setting.${id}`) }))
  const densities = (['comfortable', 'compact'] as const).map((id) => ({ id, name: t(`setting.${id}`) }))
  return (
    <div className={styles.fields}>
      <SelectField label={t('setting.language')} options={languages} value={language} onChange={chooseLanguage} />
      <SelectField label={t('setting.theme')} options={themes} value={theme} onChange={chooseTheme} />
      <SelectField
        label={t('setting.textSize')}
        options={textSizes.map((size) => ({ id: `${size}`, name: percent(size / 100) }))}
        value={`${textSize}`}
        onChange={(size) => chooseTextSize(textSizes.find((other) => `${other}` === size) ?? textSize)}
      />
      <SelectField label={t('setting.density')} options={densities} value={density} onChange={chooseDensity} />
    </div>
  )
}
