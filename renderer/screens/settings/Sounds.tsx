import { useTranslation } from 'react-i18next'
import { CheckField } from '../../ui/CheckField.tsx'
import screen from '../../ui/screen.module.css'
import { useSetting } from '../../warehouse/settings.ts'
import { play } from '../../warehouse/sounds.ts'

export function Sounds() {
  const { t } = useTranslation()
  const [sounds, switchSounds] = useSetting('sounds')
  return (
    <>
      <p className={screen.hint}>{t('setting.soundsHint')}</p>
      <CheckField
        isSelected={sounds}
        onChange={(on) => {
          switchSounds(on)
          play('confirmed')
        }}
      >
        {t('setting.sounds')}
      </CheckField>
    </>
  )
}
