import { appendFile, mkdir, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { z } from 'zod'
import type { DroppedPart } from './contract.ts'
import { plainName } from './plainName.ts'

const MOST_NAME = 80 // characters, each of three bytes at most, of which systems allow 255

export const droppedPart: z.ZodType<DroppedPart> = z.strictObject({
  id: z.uuid(),
  name: z.string().max(1_000),
  bytes: z.instanceof(Uint8Array),
  isLast: z.boolean(),
})

/**
 * Files that were dropped onto a window, which has only what they hold, and sends it in parts. Some have no path at all, such
 * as the attachment of a mail. Each is kept until the window has another one, or the app is started again.
 */
export class DroppedFiles<Window extends object> {
  readonly #folder: string
  readonly #kept = new WeakMap<Window, string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Removes what an earlier run left behind. */
  clear(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }

  /** Parts come in order. Returns the path of the file once it is whole; null: more of it is to come. */
  async take(window: Window, { id, name, bytes, isLast }: DroppedPart): Promise<string | null> {
    const folder = join(this.#folder, id)
    const before = this.#kept.get(window)
    if (before !== folder) {
      this.#kept.set(window, folder)
      if (before !== undefined) await rm(before, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
    }
    const path = join(folder, nameOf(name))
    await appendFile(path, bytes)
    return isLast ? path : null
  }

  /** Whether the file at this path is a copy of one that was dropped. */
  has(path: string): boolean {
    return path.startsWith(join(this.#folder, sep))
  }
}

const nameOf = (name: string): string => plainName(name).slice(-MOST_NAME).replace(/^\.*$/, '-')
