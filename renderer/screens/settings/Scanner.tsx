import { useTranslation } from 'react-i18next'
import { CheckField } from '../../ui/CheckField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useSetting } from '../../warehouse/settings.ts'
import styles from './Settings.module.css'

export function Scanner() {
  const { t } = useTranslation()
  const [confirms, switchConfirms] = useSetting('scanConfirms')
  const [gap, chooseGap] = useSetting('scanGap')
  const [prefix, setPrefix] = useSetting('scanPrefix')
  const [suffix, setSuffix] = useSetting('scanSuffix')
  const gaps = (['20', '35', '60'] as const).map((id) => ({ id, name: t(`setting.gap${id}`) }))
  return (
    <>
      <CheckField isSelected={confirms} onChange={switchConfirms}>
        {t('setting.scanConfirms')}
      </CheckField>
      <div className={styles.fields}>
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
      </div>
    </>
  )
}
