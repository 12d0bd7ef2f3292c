import type { VerifyOptions, Warehouse } from '../core/index.ts'
import { SerialQueue } from '../core/lib/serialQueue.ts'
import type { Ipc } from './ipc.ts'
import type { Place } from './place.ts'

type Parts = {
  readonly ipc: Ipc
  /** null: the person chose to quit. */
  readonly open: (place: Place) => Promise<Warehouse | null>
  /** What begins with a warehouse that was opened. */
  readonly onOpened: (warehouse: Warehouse, place: Place) => void
  /** Cancels what would go on writing into a warehouse that is about to be closed. */
  readonly onClosing: () => void
}

/** Holds the warehouse that the windows work with. A restore puts another one in its place; so does another place. */
export class WarehouseHost {
  readonly #parts: Parts
  readonly #changes = new SerialQueue()
  #place: Place
  #warehouse: Warehouse | null = null

  constructor(place: Place, parts: Parts) {
    this.#place = place
    this.#parts = parts
  }

  get place(): Place {
    return this.#place
  }

  /** The one that is open; calls that come while there is none wait, see `restore`. */
  readonly current = (): Warehouse => {
    if (!this.#warehouse) throw new Error('no warehouse is open')
    return this.#warehouse
  }

  /** The one of this place. @throws when that is not open: what was begun in one place never goes on in another */
  currentOf(place: Place): Warehouse {
    if (place !== this.#place) throw new Error('another place is open')
    return this.current()
  }

  /** false: the person chose to quit. */
  open(): Promise<boolean> {
    return this.#open(this.#place)
  }

  /** The place and its warehouse take the place of the others together. */
  async #open(place: Place): Promise<boolean> {
    const opened = await this.#parts.open(place)
    if (!opened) return false
    this.#place = place
    this.#warehouse = opened
    this.#parts.onOpened(opened, place)
    return true
  }

  /** Finishes what was begun first, also a restore: between its two renames there is no data in its place. */
  close(): Promise<void> {
    return this.#changes.run(() => this.#close())
  }

  async #close(): Promise<void> {
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
  restore(name: string, verifying: VerifyOptions, onQuit: () => void): Promise<string | null> {
    return this.#changes.run(async () => {
      let resume = () => {}
      try {
        const close = async () => {
          resume = await this.#pauseAndClose()
        }
        return await this.#place.backups.restore(name, close, verifying)
      } finally {
        await this.#reopen(onQuit).finally(resume)
      }
    })
  }

  /**
   * Works with the data of another place from now on. What windows call meanwhile waits for it.
   * @param between what is done while neither is open
   * @param onQuit neither could be opened, and the person chose to quit
   * @throws what opening throws; then the place is the one that it was
   */
  switchTo(place: Place, between: () => Promise<void>, onQuit: () => void): Promise<void> {
    return this.#changes.run(async () => {
      const resume = await this.#pauseAndClose()
      try {
        await between()
        if (!(await this.#open(place))) onQuit()
      } catch (error) {
        await this.#reopen(onQuit)
        throw error
      } finally {
        resume()
      }
    })
  }

  async #pauseAndClose(): Promise<() => void> {
    const resume = this.#parts.ipc.pauseCalls()
    this.#parts.onClosing()
    await this.#close()
    return resume
  }

  async #reopen(onQuit: () => void): Promise<void> {
    if (!this.#warehouse && !(await this.open())) onQuit()
  }
}
