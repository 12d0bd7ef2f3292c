import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VerifyProgress } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './Backups.module.css'

type Props = {
  name: string
  at: string
  /** How far the verifying has come that a restore begins with. */
  verifying: VerifyProgress | null
  onRestored: (kept: string | null) => void
  onClose: () => void
}

/** Before restoring: says what would be replaced and what would be lost. */
export function ConfirmRestore({ name, at, verifying, onRestored, onClose }: Props) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const since = useQuery({
    queryKey: ['messagesSinceBackup', name],
    queryFn: () => unwrap(window.warehouse.messagesSinceBackup(name)),
    gcTime: 0,
  })
  const restoring = useMutation({
    mutationFn: () => unwrap(window.warehouse.restoreBackup(name)),
    networkMode: 'always',
    onSuccess: (restored) => {
      if (!restored) return
      onRestored(restored.kept)
      onClose()
    },
  })
  return (
    <Modal title={t('backups.confirmTitle', { time: time(at) })} {...(!restoring.isPending && { onClose })}>
      <p aria-live="polite">{since.isSuccess ? sinceText(since.data) : t('list.loading')}</p>
      <p>{t('backups.kept')}</p>
      {restoring.isError && <Alert tone="bad">{failureText(failureOf(restoring.error), t)}</Alert>}
      {restoring.data === null && <Alert tone="plain">{t('backups.restoringStopped')}</Alert>}
      {restoring.isPending && verifying && <Progress label={t('backups.verifying')} {...verifying} />}
      <div className={styles.actions}>
        <Button
          kind="danger"
          onPress={() => restoring.mutate()}
          isDisabled={!since.isSuccess}
          isPending={restoring.isPending}
        >
          {t(restoring.isPending ? 'backups.restoring' : 'backups.confirm')}
        </Button>
        {restoring.isPending ? (
          <Button onPress={() => void window.warehouse.stopVerifying()} isDisabled={!verifying}>
            {t('backups.stopVerifying')}
          </Button>
        ) : (
          <Button onPress={onClose}>{t('backups.cancel')}</Button>
        )}
      </div>
    </Modal>
  )

  function sinceText(messages: number | null): string {
    if (messages === null) return t('backups.sinceUnknown')
    return messages === 0 ? t('backups.sinceNone') : t('backups.since', { count: messages })
  }
}
