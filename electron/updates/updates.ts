import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, net } from 'electron'
import log from 'electron-log/main'
import type { AppUpdater, UpdateInfo } from 'electron-updater'
import type { UpdateState } from '../contract.ts'
import { FeedError, isIn, isOf, readSigned, releaseFile } from './signedFeed.ts'

const FIRST = 30_000 // milliseconds after the start
const INTERVAL = 6 * 60 * 60_000 // milliseconds

/** Where new versions come from, and whose signature they must have. */
type Source = { readonly feed: string; readonly key: string }

type Parts = {
  /** null: updates are off. */
  readonly source: () => Source | null
  /** Something is being done that must not be cut short by an installer. */
  readonly isBusy: () => boolean
  /** Makes a backup, without which no new version is installed. false: none was made. Never rejects. */
  readonly keepBackup: () => Promise<boolean>
  readonly onChange: (state: UpdateState) => void
}

/**
 * Looks for a new version, says what is new, downloads it when the person wants it, and has the system's installer take over once
 * the app is quit. Nothing of a feed is used that is not signed.
 */
export class Updates {
  readonly #parts: Parts
  #updater: AppUpdater | null = null
  #state: UpdateState = { kind: 'idle' }

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get state(): UpdateState {
    return this.#parts.source() === null ? { kind: 'off' } : this.#state
  }

  start(): void {
    setTimeout(() => void this.check(), FIRST).unref()
    setInterval(() => void this.check(), INTERVAL).unref()
    // Later, what was being done has been cancelled already.
    app.on('before-quit', () => {
      if (this.#updater) this.#updater.autoInstallOnAppQuit = this.state.kind === 'ready' && !this.#parts.isBusy()
    })
  }

  /** Never throws: what went wrong is in the state. */
  async check(): Promise<void> {
    const source = this.#parts.source()
    const { kind } = this.#state
    if (source === null || kind === 'checking' || kind === 'downloading' || kind === 'ready') return
    this.#show({ kind: 'checking' })
    await this.#find(source).catch((error) => this.#fail(error))
  }

  async #find({ feed, key }: Source): Promise<void> {
    const signed = await readSigned(feed, releaseFile(process.platform, process.arch), key, net.fetch as typeof fetch)
    const updater = await this.#load()
    updater.setFeedURL({ provider: 'generic', url: feed, useMultipleRangeRequest: false })
    const found = await updater.checkForUpdates()
    if (!found) throw new FeedError('unreachable') // a package of this kind is never updated, such as one that was unpacked by hand
    if (!found.isUpdateAvailable) return this.#show({ kind: 'none' })
    if (!isOf(found.updateInfo, signed)) throw new FeedError('badSignature')
    const notes = notesOf(found.updateInfo, signed)
    this.#show({ kind: 'found', version: found.updateInfo.version, notes })
  }

  /** Of what was found. Never throws. */
  async download(): Promise<void> {
    const found = this.#state
    if (found.kind !== 'found' || !this.#updater) return
    const updater = this.#updater
    const show = ({ percent }: { percent: number }) => this.#show({ ...found, kind: 'downloading', percent })
    show({ percent: 0 })
    updater.on('download-progress', show)
    updater.autoInstallOnAppQuit = true // else it would not wait for the end of the app
    try {
      await updater.downloadUpdate()
      const isKept = await this.#parts.keepBackup()
      this.#show(isKept ? { ...found, kind: 'ready' } : { kind: 'failed', fault: 'noBackup' })
    } catch (error) {
      this.#fail(error)
    } finally {
      updater.off('download-progress', show)
    }
  }

  async #load(): Promise<AppUpdater> {
    if (this.#updater) return this.#updater
    const { autoUpdater } = (await import('electron-updater')).default
    autoUpdater.logger = log
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = true
    autoUpdater.allowDowngrade = false
    autoUpdater.disableWebInstaller = true // what such a one would fetch has a hash that nobody looks at
    autoUpdater.forceDevUpdateConfig = !app.isPackaged
    // Where the package would say it, if it came from a publisher that electron-builder knows.
    const config = join(app.getPath('userData'), 'app-update.yml')
    await writeFile(config, 'provider: generic\nurl: http://localhost\nupdaterCacheDirName: warehouse-updater\n')
    autoUpdater.updateConfigPath = config
    autoUpdater.on('error', (error) => log.error('the update failed', error)) // which a call throws as well
    this.#updater = autoUpdater
    return autoUpdater
  }

  #fail(error: unknown): void {
    log.error('no update', error)
    this.#show({ kind: 'failed', fault: error instanceof FeedError ? error.fault : 'unreachable' })
  }

  #show(state: UpdateState): void {
    this.#state = state
    this.#parts.onChange(this.state)
  }
}

/** As plain text: a feed may have them in HTML. Empty when they are not in the text that was signed. */
function notesOf({ releaseNotes }: UpdateInfo, signed: string): string {
  const notes = Array.isArray(releaseNotes)
    ? releaseNotes.map(({ note }) => note ?? '').join('\n')
    : (releaseNotes ?? '')
  if (!isIn(notes, signed)) return ''
  return notes.replace(/<[^>]*>/g, '').slice(0, 5_000)
}
