import { useMutation } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SecondBackupsState } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { useBackups } from '../../warehouse/useBackups.ts'
import styles from './Settings.module.css'

/** A second folder for backups, on another disk or a share. */
export function BackupCopies() {
  const { t } = useTranslation()
  const second = useBackups().state?.second ?? null
  const choosing = useMutation({
    mutationFn: () => unwrap(window.warehouse.chooseBackupsFolder()),
    networkMode: 'always',
  })
  const forgetting = useMutation({
    mutationFn: () => unwrap(window.warehouse.forgetBackupsFolder()),
    networkMode: 'always',
  })
  const error = choosing.error ?? forgetting.error
  return (
    <>
      <p className={screen.hint}>{t('setting.copiesHint')}</p>
      {error && <Alert tone="bad">{failureText(failureOf(error), t)}</Alert>}
      {second ? <Copies state={second} /> : <p>{t('setting.copiesOff')}</p>}
      <div className={screen.actions}>
        <Button onPress={() => choosing.mutate()} isPending={choosing.isPending}>
          <FolderOpen size={16} aria-hidden />
          {t('setting.chooseFolder')}
        </Button>
        {second && (
          <Button kind="quiet" onPress={() => forgetting.mutate()}>
            {t('setting.copiesStop')}
          </Button>
        )}
      </div>
    </>
  )
}

function Copies({ state: { folder, copiedAt, failure } }: { state: SecondBackupsState }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  return (
    <>
      <p className={styles.path}>
        <code>{folder}</code>
      </p>
      {failure ? (
        <Alert tone="bad">{t('backups.notCopied', { folder, text: failureText(failure, t) })}</Alert>
      ) : (
        <p role="status">
          {copiedAt === null ? t('setting.copying') : t('setting.copiedAt', { time: time(copiedAt) })}
        </p>
      )}
    </>
  )
}
