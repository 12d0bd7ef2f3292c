import { useMutation } from '@tanstack/react-query'
import { Archive, ArchiveX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, Failure } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import screen from '../../ui/screen.module.css'
import { useCommand } from '../../warehouse/commands.ts'
import { RowCount } from '../../warehouse/RowCount.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { unwrap } from '../../warehouse/unwrap.ts'
import { useBackups } from '../../warehouse/useBackups.ts'
import { BackupDetail } from './BackupDetail.tsx'
import { BackupProgress } from './BackupProgress.tsx'
import { useBackupColumns } from './backupColumns.tsx'

/** Lists backups; makes, verifies and restores them. */
export function Backups() {
  const { t } = useTranslation()
  const { state, rows } = useBackups()
  const columns = useBackupColumns()
  const [chosen, setChosen] = useState<string | null>(null)
  const [restored, setRestored] = useState<{ backup: Backup; kept: string | null } | null>(null)
  const making = useMutation({ mutationFn: () => unwrap(window.warehouse.makeBackup()), networkMode: 'always' })
  const isMaking = making.isPending || state?.making != null
  const backup = state?.backups.find(({ name }) => name === chosen)
  const make = () => {
    setRestored(null)
    making.mutate()
  }
  useCommand('makeBackup', making.isPending ? null : make)
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('backups.title')}</h1>
        <RowCount rows={rows} />
        <p className={screen.hint}>{t('backups.intro')}</p>
      </header>
      <div className={screen.toolbar}>
        <Button kind="primary" onPress={make} isDisabled={making.isPending}>
          <Archive size={16} aria-hidden />
          {t('backups.make')}
        </Button>
      </div>
      {state?.making && <BackupProgress progress={state.making} />}
      {restored ? (
        <Restored {...restored} />
      ) : state?.cancelled ? (
        !isMaking && <Alert tone="plain">{t('backups.cancelled')}</Alert>
      ) : (
        making.data && <Alert tone="good">{t('backups.made')}</Alert>
      )}
      {state?.failure && !isMaking && <Failed failure={state.failure} />}
      {state?.second?.failure && (
        <Alert tone="bad">
          {t('backups.notCopied', { folder: state.second.folder, text: failureText(state.second.failure, t) })}
        </Alert>
      )}
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          name="backups"
          label={t('backups.title')}
          rows={rows}
          columns={columns}
          narrowest={640}
          rowKey={({ name }) => name}
          selected={chosen}
          onAction={({ name }) => setChosen(name)}
          empty={<EmptyState icon={ArchiveX} title={t('backups.empty')} hint={t('backups.emptyHint')} />}
        />
      </div>
      {backup ? (
        <BackupDetail
          key={backup.name}
          backup={backup}
          progress={state?.verifying ?? null}
          onRestored={(kept) => {
            making.reset()
            setRestored({ backup, kept })
          }}
        />
      ) : (
        rows.count > 0 && <p className={screen.hint}>{t('backups.choose')}</p>
      )}
    </div>
  )
}

function Failed({ failure }: { failure: Failure }) {
  const { t } = useTranslation()
  return (
    <Alert tone="bad">
      {failure.code === 'StorageDamaged'
        ? t('backups.noneWhileDamaged', failure.details)
        : t('backups.failed', { text: failureText(failure, t) })}
    </Alert>
  )
}

function Restored({ backup, kept }: { backup: Backup; kept: string | null }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  return (
    <Alert tone="good">
      {t('backups.restored', { time: time(backup.at) })} {kept && t('backups.keptAs', { name: kept })}
    </Alert>
  )
}
