import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupProgress as Progressed } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import screen from '../../ui/screen.module.css'

export function BackupProgress({ progress: { step, done, total } }: { progress: Progressed }) {
  const { t } = useTranslation()
  const [isCancelling, setCancelling] = useState(false) // stopping may take a moment
  const cancel = () => {
    setCancelling(true)
    void window.warehouse.cancelBackup()
  }
  return (
    <section className={`${screen.panel} ${screen.card}`}>
      <Progress label={t(step === 'copying' ? 'backups.making' : 'backups.verifyingCopy')} done={done} total={total} />
      <div>
        <Button onPress={cancel} isPending={isCancelling}>
          {t('backups.cancel')}
        </Button>
      </div>
    </section>
  )
}
