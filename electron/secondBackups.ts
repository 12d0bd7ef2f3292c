import { hostname } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import { copyBackups } from '../core/index.ts'
import { SerialQueue } from '../core/lib/serialQueue.ts'
import type { Failure, SecondBackupsState } from './contract.ts'
import { askForFolder } from './fileDialogs.ts'
import type { Ipc } from './ipc.ts'
import { changeSettings, settings } from './settings.ts'
import { toFailure } from './toFailure.ts'

const INTERVAL = 15 * 60_000 // milliseconds: a share that could not be reached is tried again

/** Copies of the backups in a folder that the person chose, such as on another disk or a share. */
export class SecondBackups {
  readonly #backups: string
  readonly #onChange: () => void
  readonly #queue = new SerialQueue()
  #copiedAt: string | null = null
  #failure: SecondBackupsState['failure'] = null

  /** @param backups the folder that they are in; `onChange`: told when something became of the copies */
  constructor(backups: string, onChange: () => void) {
    this.#backups = backups
    this.#onChange = onChange
  }

  get state(): SecondBackupsState | null {
    const { backupsFolder: folder } = settings().values
    return folder === null ? null : { folder, copiedAt: this.#copiedAt, failure: this.#failure }
  }

  start(): void {
    void this.copy()
    setInterval(() => void this.copy(), INTERVAL)
  }

  /** Copies what is not there yet. Never rejects: what went wrong is in `state`. A share that hangs holds up nothing but further copies. */
  copy(): Promise<void> {
    return this.#queue.run(async () => {
      const { backupsFolder: folder } = settings().values
      if (folder === null) return
      const failure = await copyBackups(this.#backups, ownFolderIn(folder)).then(() => null, toLoggedFailure)
      if (settings().values.backupsFolder !== folder) return // another one was chosen meanwhile
      if (failure === null) this.#copiedAt = new Date().toISOString()
      this.#failure = failure
      this.#onChange()
    })
  }

  serve(ipc: Ipc): void {
    ipc.serve('chooseBackupsFolder', z.tuple([]), async (caller) => {
      const folder = await askForFolder(caller, settings().values.backupsFolder ?? app.getPath('documents'))
      if (folder !== null) await this.#change(folder)
      return this.state
    })
    ipc.serve('forgetBackupsFolder', z.tuple([]), async () => {
      await this.#change(null)
      return null
    })
  }

  async #change(backupsFolder: string | null): Promise<void> {
    const saved = changeSettings({ backupsFolder }) // holds at once, so that what is being copied now says nothing of it
    this.#copiedAt = null
    this.#failure = null
    await saved
    await this.copy()
    this.#onChange()
  }
}

function toLoggedFailure(error: unknown): Failure {
  log.error('the backups cannot be copied', error)
  return toFailure(error)
}

/** Several workstations may copy to one share. */
const ownFolderIn = (folder: string): string =>
  join(folder, `Warehouse ${hostname().replace(/[^\p{L}\p{N}_-]/gu, '-')}`)
