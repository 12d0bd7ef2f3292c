import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './statistics.ts'

const PAGE = Buffer.alloc(4096, 1)
/** As long as SQLite lets its log grow before it begins it anew. */
const PAGES = 1000
const SYNCS = 25

/** What the disk itself takes to make a page durable, as the log of a commit wants it: the control of durable figures. */
export class Disk {
  readonly #file: number
  #page = 0

  constructor(folder: string) {
    this.#file = openSync(join(folder, 'disk'), 'w')
    for (let page = 0; page < PAGES; page++) writeSync(this.#file, PAGE, 0, PAGE.length, page * PAGE.length)
    fdatasyncSync(this.#file)
  }

  /** Microseconds of one fdatasync, the median of some. */
  probe(): number {
    const durations = Array.from({ length: SYNCS }, () => {
      writeSync(this.#file, PAGE, 0, PAGE.length, (this.#page++ % PAGES) * PAGE.length)
      const before = performance.now()
      fdatasyncSync(this.#file)
      return (performance.now() - before) * 1000
    })
    return median(durations)
  }

  close(): void {
    closeSync(this.#file)
  }
}
