import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languageNames } from '../languages/languages.ts'
import { CheckField } from '../ui/CheckField.tsx'
import { Modal } from '../ui/Modal.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useSetting } from '../warehouse/settings.ts'
import { play } from '../warehouse/sounds.ts'
import styles from './SettingsDialog.module.css'

/** What is kept on this workstation, for all windows and people. Every change holds at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal title={t('setting.title')} onClose={onClose}>
      <div className={styles.groups}>
        <Group title={t('setting.looks')}>
          <Looks />
        </Group>
        <Group title={t('setting.scanner')}>
          <Scanner />
        </Group>
      </div>
    </Modal>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.group} aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
)

function Looks() {
  const { t } = useTranslation()
  const [language, chooseLanguage] = useSetting('language')
  const [theme, chooseTheme] = useSetting('theme')
  const [density, chooseDensity] = useSetting('density')
  const [sounds, switchSounds] = useSetting('sounds')
  const languages = [{ id: 'system' as const, name: t('setting.system') }, ...languageNames]
  const themes = (['system', 'light', 'dark'] as const).map((id) => ({ id, name: t(`setting.${id}`) }))
  const densities = (['comfortable', 'compact'] as const).map((id) => ({ id, name: t(`setting.${id}`) }))
  return (
    <>
      <SelectField label={t('setting.language')} options={languages} value={language} onChange={chooseLanguage} />
      <SelectField label={t('setting.theme')} options={themes} value={theme} onChange={chooseTheme} />
      <SelectField label={t('setting.density')} options={densities} value={density} onChange={chooseDensity} />
      <CheckField
        isSelected={sounds === 'on'}
        onChange={(on) => {
          switchSounds(on ? 'on' : 'off')
          play('confirmed')
        }}
      >
        {t('setting.sounds')}
      </CheckField>
    </>
  )
}

function Scanner() {
  const { t } = useTranslation()
  const [confirms, switchConfirms] = useSetting('scanConfirms')
  const [gap, chooseGap] = useSetting('scanGap')
  const [prefix, setPrefix] = useSetting('scanPrefix')
  const [suffix, setSuffix] = useSetting('scanSuffix')
  const gaps = (['20', '35', '60'] as const).map((id) => ({ id, name: t(`setting.gap${id}`) }))
  return (
    <>
      <CheckField isSelected={confirms === 'on'} onChange={(on) => switchConfirms(on ? 'on' : 'off')}>
        {t('setting.scanConfirms')}
      </CheckField>
      <SelectField label={t('setting.gap')} options={gaps} value={gap} onChange={chooseGap} />
      <TextField
        label={t('setting.prefix')}
        hint={t('setting.prefixHint')}
        value={prefix}
        onChange={setPrefix}
        maxLength={8}
        optional
      />
      <TextField
        label={t('setting.suffix')}
        hint={t('setting.suffixHint')}
        value={suffix}
        onChange={setSuffix}
        maxLength={8}
        optional
      />
    </>
  )
}
