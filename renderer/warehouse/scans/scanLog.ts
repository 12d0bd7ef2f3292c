import type { Scan } from './scan.ts'

/** Where scans are kept. */
export type ScanStorage = {
  /** All that are kept, in any order. */
  readonly load: () => Promise<readonly Scan[]>
  readonly put: (scan: Scan) => Promise<void>
  readonly remove: (scan: Scan) => Promise<void>
  readonly clear: () => Promise<void>
}

/** The newest scans of all windows of this workstation, and what came of each. */
export class ScanLog {
  readonly #storage: ScanStorage
  readonly #most: number
  readonly #listeners = new Set<() => void>()
  #scans: readonly Scan[] = []
  #isKept = true

  constructor(storage: ScanStorage, most = 2_000) {
    this.#storage = storage
    this.#most = most
  }

  /** The oldest first. */
  get scans(): readonly Scan[] {
    return this.#scans
  }

  /** Whether all could be written down. */
  get isKept(): boolean {
    return this.#isKept
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads what was kept before; what waited then waits no more. */
  async load(): Promise<void> {
    const kept = await this.#storage.load().catch(this.#fail)
    const known = new Set(this.#scans.map(({ id }) => id))
    const before = (kept ?? []).filter(({ id }) => !known.has(id)).map(interrupted)
    this.#show([...before, ...this.#scans])
  }

  /** Forgets all that are kept. */
  clear(): Promise<void> {
    return this.#storage.clear()
  }

  /** The scan is new, or something came of it. */
  set(scan: Scan): void {
    this.show(scan)
    void this.#storage.put(scan).catch(this.#fail)
  }

  /** As `set`, but another window has it written down. */
  show(scan: Scan): void {
    const at = this.#scans.findLastIndex(({ id }) => id === scan.id)
    this.#show(at < 0 ? [...this.#scans, scan] : this.#scans.with(at, scan))
  }

  #show(scans: readonly Scan[]): void {
    const sorted = scans.toSorted((a, b) => a.at - b.at)
    this.#scans = sorted.slice(-this.#most)
    for (const scan of sorted.slice(0, -this.#most)) void this.#storage.remove(scan).catch(this.#fail)
    for (const listener of this.#listeners) listener()
  }

  readonly #fail = (): null => {
    this.#isKept = false
    for (const listener of this.#listeners) listener()
    return null
  }
}

const interrupted = (scan: Scan): Scan =>
  scan.result.kind === 'waiting' ? { ...scan, result: { kind: 'interrupted' } } : scan
