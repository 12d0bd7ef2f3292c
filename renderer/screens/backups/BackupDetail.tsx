import { useMutation } from '@tanstack/react-query'
import { ArchiveRestore, ShieldCheck } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, VerifyProgress } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import screen from '../../ui/screen.module.css'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './Backups.module.css'
import { ConfirmRestore } from './ConfirmRestore.tsx'

type Props = {
  backup: Backup
  /** Of the one that a person has verified, or restored, now. */
  progress: VerifyProgress | null
  /** `kept`: the file in which the data before the restore was kept; null: there was none. */
  onRestored: (kept: string | null) => void
}

const MOST_NAMED = 5 // photos

/** One backup, and its actions. */
export function BackupDetail({ backup: { name, at, verified }, progress, onRestored }: Props) {
  const { t } = useTranslation()
  const { list, time } = useFormat()
  const [isAsking, setAsking] = useState(false)
  const verifying = useMutation({
    mutationFn: () => unwrap(window.warehouse.verifyBackup(name)),
    networkMode: 'always',
  })
  const verify = useRef<HTMLButtonElement>(null)
  const stop = () => {
    verify.current?.focus() // the button that stops goes away
    void window.warehouse.stopVerifying()
  }
  const title = t('backups.chosen', { time: time(at) })
  return (
    <section className={`${screen.panel} ${screen.card}`} aria-label={title}>
      <h2>{title}</h2>
      {verifying.data === null && <Alert tone="plain">{t('backups.verifyingStopped')}</Alert>}
      {verifying.isError ? (
        <Alert tone="bad">{failureText(failureOf(verifying.error), t)}</Alert>
      ) : verified.found !== null ? (
        <Alert tone="bad">{t('backups.foundDamaged', { time: time(verified.at) })}</Alert>
      ) : (
        <Alert tone="good">{t('backups.lookedAt', { time: time(verified.at) })}</Alert>
      )}
      {verified.missingPhotos.length > 0 && (
        <Alert tone="bad">
          {t('backups.missingPhotos', {
            count: verified.missingPhotos.length,
            photos: list(verified.missingPhotos.slice(0, MOST_NAMED).map((photo) => `${photo}.jpg`)),
          })}
        </Alert>
      )}
      {verifying.isPending && progress && <Progress label={t('backups.verifying')} {...progress} />}
      <div className={styles.actions}>
        <Button ref={verify} onPress={() => verifying.mutate()} isPending={verifying.isPending}>
          <ShieldCheck size={16} aria-hidden />
          {t(verifying.isPending ? 'backups.verifying' : 'backups.verify')}
        </Button>
        {verifying.isPending && <Button onPress={stop}>{t('backups.stopVerifying')}</Button>}
        <Button onPress={() => setAsking(true)} isDisabled={verified.found !== null}>
          <ArchiveRestore size={16} aria-hidden />
          {t('backups.restore')}
        </Button>
      </div>
      {isAsking && (
        <ConfirmRestore {...{ name, at, onRestored }} verifying={progress} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}
