import { useTranslation } from 'react-i18next'
import type { MailSettings } from '../../../electron/contract.ts'
import { languageNames, languageOf } from '../../languages/languages.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import styles from './MailServer.module.css'
import { type MailForm, securities } from './useMailForm.ts'

type TextName = 'host' | 'port' | 'user' | 'password' | 'from' | 'to'

export function MailFields({ form, settings }: { form: MailForm; settings: MailSettings }) {
  const { t } = useTranslation()
  const { fields, set, errorOf } = form
  const text = (name: TextName) => ({
    label: t(`field.${name}`),
    value: fields[name],
    onChange: (value: string) => set({ [name]: value }),
    error: errorOf(name),
  })
  const passwordHint = [
    settings.hasPassword && t('mail.passwordKept'),
    !settings.canKeepPassword && t('mail.passwordNotKept'),
  ]
  return (
    <div className={styles.fields}>
      <div className={styles.server}>
        <TextField {...text('host')} />
        <TextField {...text('port')} numeric />
      </div>
      <SelectField
        label={t('field.security')}
        options={securities.map((id) => ({ id, name: t(`mailSecurity.${id}`) }))}
        value={fields.security}
        onChange={(security) => set({ security })}
        error={errorOf('security')}
      />
      {fields.security === 'none' && <p className={screen.hint}>{t('mail.clearText')}</p>}
      <TextField {...text('user')} optional />
      <TextField {...text('password')} optional secret hint={passwordHint.filter(Boolean).join(' ')} />
      <TextField {...text('from')} />
      <TextField {...text('to')} />
      <SelectField
        label={t('field.language')}
        options={languageNames}
        value={languageOf([fields.language])}
        onChange={(language) => set({ language })}
      />
    </div>
  )
}
