import { app, dialog } from 'electron'
import log from 'electron-log/main'
import type { TFunction } from 'i18next'
import {
  type Backup,
  type Backups,
  isStorageError,
  openWarehouse,
  StorageError,
  type Warehouse,
} from '../core/index.ts'
import { texts } from './texts.ts'
import { showWhileWaiting } from './waitingWindow.ts'

/**
 * Opens the warehouse, and while that fails asks the person what to do. null: to quit.
 * @param before the version that wrote it last; null: this one, or none
 */
export async function openWithRecovery(
  database: string,
  backups: Backups,
  before: string | null,
): Promise<Warehouse | null> {
  for (let asItIs = false; ; ) {
    try {
      return await showWhileWaiting(() => openWarehouse({ database, backups, asItIs }))
    } catch (error) {
      log.error(error)
      const choice = await ask(error, { database, backups, before })
      if (choice === 'quit') return null
      asItIs = choice === 'asItIs'
    }
  }
}

/** What the person wants, done as far as it is done before opening. */
type Choice = 'again' | 'asItIs' | 'quit'

type Opening = { readonly database: string; readonly backups: Backups; readonly before: string | null }

/** @throws what is a fault of this version, unless the data was another one's until now */
function ask(error: unknown, { database, backups, before }: Opening): Promise<Choice> {
  if (isStorageError(error, 'StorageDamaged')) return mend(error, backups)
  if (error instanceof StorageError) return tell(error)
  if (before === null) throw error
  return mendAfterUpdate(before, database, backups)
}

async function tell({ code, details }: StorageError): Promise<Choice> {
  const t = texts()
  const failure = t(`main.failure.${code}`)
  const detail = 'file' in details ? `${failure}\n\n${t('main.file', details)}` : failure
  return showChoice<Choice>(t('main.cannotStart'), detail, [
    [t('main.retry'), 'again'],
    [t('main.quit'), 'quit'],
  ])
}

/** Offers the newest whole backup, or to begin anew, with what is there set aside. */
async function mend(
  { details: { file, readable } }: StorageError<'StorageDamaged'>,
  backups: Backups,
): Promise<Choice> {
  const t = texts()
  const backup = await backups.newestWhole()
  const lines = [t('main.file', { file }), '', ...(await whatIsLost(backup, backups)), t('main.kept')]
  const chosen = await showChoice<Choice | 'restore' | 'empty'>(t('main.damaged'), lines.join('\n'), [
    ...(backup ? ([[t('main.restore'), 'restore']] as const) : []),
    ...(readable ? ([[t('main.asItIs'), 'asItIs']] as const) : []),
    [t('main.empty'), 'empty'],
    [t('main.quit'), 'quit'],
  ])
  if (chosen === 'restore' && backup) {
    log.info('restored', backup.name, 'kept', await backups.restore(backup.name))
    return 'again'
  }
  if (chosen === 'empty') log.info('begun anew, kept', await backups.setAside())
  return chosen === 'quit' ? 'quit' : 'asItIs'
}

/** An update that cannot read the data: the backup that the version before it made is offered. */
async function mendAfterUpdate(before: string, file: string, backups: Backups): Promise<Choice> {
  const t = texts()
  const backup = await backups.newestWhole()
  const lines = [t('main.file', { file }), '', ...(await whatIsLost(backup, backups)), t('main.kept')]
  const message = t('main.updatedCannotRead', { now: app.getVersion(), before })
  const chosen = await showChoice<'restore' | 'again' | 'quit'>(message, lines.join('\n'), [
    ...(backup ? ([[t('main.restore'), 'restore']] as const) : []),
    [t('main.retry'), 'again'],
    [t('main.quit'), 'quit'],
  ])
  if (chosen !== 'restore' || !backup) return chosen === 'again' ? 'again' : 'quit'
  log.info('restored', backup.name, 'kept', await backups.restore(backup.name))
  return 'again'
}

async function whatIsLost(backup: Backup | null, backups: Backups): Promise<string[]> {
  const t = texts()
  if (!backup) return [t('main.noBackup')]
  const messages = await backups.messagesSince(backup.name)
  return [t('main.backupOf', { time: new Date(backup.at) }), lostText(messages, t)]
}

/** @param messages how many came since the backup; null: it cannot be known */
function lostText(messages: number | null, t: TFunction): string {
  if (messages === null) return t('main.lostUnknown')
  return messages === 0 ? t('main.lostNone') : t('main.lost', { count: messages })
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
