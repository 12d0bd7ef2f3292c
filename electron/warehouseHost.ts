import type { Backups, VerifyOptions, Warehouse } from '../core/index.ts'
import type { Ipc } from './ipc.ts'

type Parts = {
  readonly backups: Backups
  readonly ipc: Ipc
  /** null: the person chose to quit. */
  readonly open: () => Promise<Warehouse | null>
  /** What begins with a warehouse that was opened. */
  readonly onOpened: (warehouse: Warehouse) => void
  /** Cancels what would go on writing into a warehouse that is about to be closed. */
  readonly onClosing: () => void
}

/** Holds the warehouse that the windows work with. A restore puts another one in its place. */
export class WarehouseHost {
  readonly #parts: Parts
  #warehouse: Warehouse | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The one that is open; calls that come while there is none wait, see `restore`. */
  readonly current = (): Warehouse => {
    if (!this.#warehouse) throw new Error('no warehouse is open')
    return this.#warehouse
  }

  /** false: the person chose to quit. */
  async open(): Promise<boolean> {
    const opened = await this.#parts.open()
    if (!opened) return false
    this.#warehouse = opened
    this.#parts.onOpened(opened)
    return true
  }

  /** Finishes what was begun first. */
  async close(): Promise<void> {
    const closing = this.#warehouse
    this.#warehouse = null
    await closing?.close()
  }

  /**
   * Puts a backup in the place of the data. The windows stay: what they call meanwhile waits for the new warehouse.
   * Returns where the data that was there is kept now, null when there was none.
   * @param verifying of the backup, before anything is changed
   * @param onQuit the data could not be opened afterwards, and the person chose to quit
   */
  async restore(name: string, verifying: VerifyOptions, onQuit: () => void): Promise<string | null> {
    const { backups, ipc, onClosing } = this.#parts
    let resume = () => {}
    try {
      const close = async () => {
        resume = ipc.pauseCalls()
        onClosing()
        await this.close()
      }
      return await backups.restore(name, close, verifying)
    } finally {
      await this.#reopen(onQuit).finally(resume)
    }
  }

  async #reopen(onQuit: () => void): Promise<void> {
    if (!this.#warehouse && !(await this.open())) onQuit()
  }
}
