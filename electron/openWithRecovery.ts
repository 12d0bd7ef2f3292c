import { dialog } from 'electron'
import log from 'electron-log/main'
import {
  type Backup,
  type Backups,
  isStorageError,
  openWarehouse,
  StorageError,
  type Warehouse,
} from '../core/index.ts'
import { texts, timeText } from './texts.ts'
import { showWhileWaiting } from './waitingWindow.ts'

/** Opens the warehouse, and while that fails asks the person what to do. null: to quit. */
export async function openWithRecovery(database: string, backups: Backups): Promise<Warehouse | null> {
  for (let asItIs = false; ; ) {
    try {
      return await showWhileWaiting(() => openWarehouse({ database, backups, asItIs }))
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      log.error(error)
      const choice = isStorageError(error, 'StorageDamaged') ? await mend(error, backups) : await tell(error)
      if (choice === 'quit') return null
      asItIs = choice === 'asItIs'
    }
  }
}

/** What the person wants, done as far as it is done before opening. */
type Choice = 'again' | 'asItIs' | 'quit'

async function tell({ code, details }: StorageError): Promise<Choice> {
  const { cannotStart, failure, file, retry, quit } = texts()
  const detail = 'file' in details ? `${failure[code]}\n\n${file(details.file)}` : failure[code]
  return showChoice<Choice>(cannotStart, detail, [
    [retry, 'again'],
    [quit, 'quit'],
  ])
}

/** Offers the newest whole backup, or to begin anew, with what is there set aside. */
async function mend(
  { details: { file, readable } }: StorageError<'StorageDamaged'>,
  backups: Backups,
): Promise<Choice> {
  const say = texts()
  const backup = await backups.newestWhole()
  const lines = [say.file(file), '', ...(await whatIsLost(backup, backups)), say.kept]
  const chosen = await showChoice<Choice | 'restore' | 'empty'>(say.damaged, lines.join('\n'), [
    ...(backup ? ([[say.restore, 'restore']] as const) : []),
    ...(readable ? ([[say.asItIs, 'asItIs']] as const) : []),
    [say.empty, 'empty'],
    [say.quit, 'quit'],
  ])
  if (chosen === 'restore' && backup) {
    log.info('restored', backup.name, 'kept', await backups.restore(backup.name))
    return 'again'
  }
  if (chosen === 'empty') log.info('begun anew, kept', await backups.setAside())
  return chosen === 'quit' ? 'quit' : 'asItIs'
}

async function whatIsLost(backup: Backup | null, backups: Backups): Promise<string[]> {
  const { noBackup, backupOf, lost, lostUnknown } = texts()
  if (!backup) return [noBackup]
  const messages = await backups.messagesSince(backup.name)
  return [backupOf(timeText(backup.at)), messages === null ? lostUnknown : lost(messages)]
}

/** Escape presses the last button. */
async function showChoice<C>(
  message: string,
  detail: string,
  offers: readonly (readonly [label: string, C])[],
): Promise<C> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail,
    buttons: offers.map(([label]) => label),
    defaultId: 0,
    cancelId: offers.length - 1,
    noLink: true,
  })
  return (offers[response] ?? offers.at(-1)!)[1]
}
