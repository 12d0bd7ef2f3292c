import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailSettings as Settings } from '../../../electron/contract.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { serverWords } from '../../warehouse/serverWords.ts'
import { useMailSettings } from '../../warehouse/useMailSettings.ts'
import { MailFields } from './MailFields.tsx'
import styles from './MailServer.module.css'
import { type MailForm as Form, useMailForm } from './useMailForm.ts'

/** The mail server: entered, tested, saved, turned off. */
export function MailServer() {
  const settings = useMailSettings()
  return settings && <MailForm settings={settings} />
}

function MailForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const form = useMailForm(settings)
  const element = useRef<HTMLFormElement>(null)
  const refused = form.outcome.of === 'refused'
  useEffect(() => {
    if (refused) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    form.save()
  }
  return (
    <form ref={element} className={styles.form} aria-label={t('mail.settings')} onSubmit={onSubmit} noValidate>
      <p className={screen.hint}>{settings.smtp ? t('mail.isOn') : t('mail.isOff')}</p>
      {settings.isUnreadable && <Alert tone="bad">{t('mail.unreadable')}</Alert>}
      <MailFields form={form} settings={settings} />
      <Result form={form} settings={settings} />
      <div className={screen.actions}>
        <Button kind="primary" type="submit" isPending={form.isBusy}>
          {t('mail.save')}
        </Button>
        <Button onPress={form.test} isPending={form.isBusy}>
          {t('mail.test')}
        </Button>
        {(settings.smtp || settings.isUnreadable) && (
          <Button kind="quiet" onPress={form.turnOff} isPending={form.isBusy}>
            {t('mail.turnOff')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Result({ form: { fields, outcome, otherError }, settings }: { form: Form; settings: Settings }) {
  const { t } = useTranslation()
  if (otherError) return <Alert tone="bad">{otherError}</Alert>
  if (outcome.of === 'testing') return <p role="status">{t('mail.testing')}</p>
  if (outcome.of === 'saved') return <Alert tone="good">{t('mail.saved')}</Alert>
  if (outcome.of === 'tested') {
    if (outcome.failure === null) return <Alert tone="good">{t('mail.tested', { to: fields.to })}</Alert>
    const said = serverWords(outcome.failure.reason, outcome.failure.detail)
    return (
      <Alert tone="bad">
        <p>{t(`mailFailure.${outcome.failure.reason}`)}</p>
        {said !== null && <p className={styles.said}>{t('mail.said', { detail: said })}</p>}
      </Alert>
    )
  }
  if (settings.smtp && settings.smtp.user !== null && !settings.hasPassword)
    return <Alert tone="bad">{t('mail.passwordLost')}</Alert>
  return null
}
