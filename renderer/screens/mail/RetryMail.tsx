import { useMutation } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useView } from '../../warehouse/queries.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './Mail.module.css'

const useRetry = (mail: number | null) =>
  useMutation({
    mutationFn: () => unwrap(window.warehouse.handle({ type: 'MailRetried', mail }, crypto.randomUUID())),
    networkMode: 'always',
  })

/** Sends one mail again now. */
export function RetryMail({ mail, isOn }: { mail: number; isOn: boolean }) {
  const { t } = useTranslation()
  const retry = useRetry(mail)
  return (
    <>
      <div className={styles.actions}>
        <Button onPress={() => retry.mutate()} isDisabled={!isOn} isPending={retry.isPending}>
          <RotateCw size={16} aria-hidden />
          {t('mail.retry')}
        </Button>
      </div>
      {!isOn && <p className={screen.hint}>{t('mail.retryOff')}</p>}
      {retry.error && <Alert tone="bad">{failureText(failureOf(retry.error), t)}</Alert>}
    </>
  )
}

/** Sends all mails again that were given up; hidden when there are none. */
export function RetryDead({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation()
  const retry = useRetry(null)
  const dead = useView('outbox', { state: 'dead', limit: 1 }).data?.rows.length ?? 0
  if (dead === 0 || !isOn) return null
  return (
    <Button onPress={() => retry.mutate()} isPending={retry.isPending}>
      <RotateCw size={16} aria-hidden />
      {t('mail.retryDead')}
    </Button>
  )
}
