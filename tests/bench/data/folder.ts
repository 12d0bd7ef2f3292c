import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of the run's own, with databases in it. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'warehouse-bench-'))
  #files = 0

  /** A path that no file is at. */
  newFile(name = 'file.db'): string {
    return join(this.path, `${++this.#files}-${name}`)
  }

  copy(file: string): string {
    if (existsSync(`${file}-wal`)) throw new Error(`${file} is open, or was not closed well`)
    const copy = this.newFile()
    copyFileSync(file, copy)
    return copy
  }

  remove(file: string): void {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  }

  removeAll(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
