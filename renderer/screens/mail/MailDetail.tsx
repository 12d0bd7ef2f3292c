import { useTranslation } from 'react-i18next'
import type { MailRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import screen from '../../ui/screen.module.css'
import { useView } from '../../warehouse/queries.ts'
import { serverWords } from '../../warehouse/serverWords.ts'
import styles from './Mail.module.css'
import { mailName, StateBadge } from './mailColumns.tsx'
import { RetryMail } from './RetryMail.tsx'

/** The state of one mail, the reason, and its actions. */
export function MailDetail({ seq, isOn }: { seq: number; isOn: boolean }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const mail = useView('outbox', { seq, limit: 1 }).data?.rows[0]
  if (mail?.seq !== seq) return null
  const name = mail.sku === null ? mailName(mail, t, date) : t('mail.of', { sku: mail.sku })
  const said = serverWords(mail.failure, mail.detail)
  return (
    <section className={`${screen.panel} ${styles.detail}`} aria-label={name}>
      <h2>
        {name} <StateBadge state={mail.state} />
      </h2>
      <Standing mail={mail} isOn={isOn} />
      {said !== null && <p className={styles.said}>{t('mail.said', { detail: said })}</p>}
      {mail.state !== 'sent' && <RetryMail mail={mail.seq} isOn={isOn} />}
    </section>
  )
}

function Standing({ mail: { failure, state, nextAttempt }, isOn }: { mail: MailRow; isOn: boolean }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  return (
    <>
      {failure !== null && <p>{t(`mailFailure.${failure}`)}</p>}
      {state === 'waiting' && isOn && nextAttempt !== null && (
        <p>{t('mail.nextAttempt', { time: time(nextAttempt) })}</p>
      )}
      {state === 'dead' && <p>{t('mail.dead')}</p>}
    </>
  )
}
