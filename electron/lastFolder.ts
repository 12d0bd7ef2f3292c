import { readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const storedSchema = z.strictObject({ folder: z.string() })

/** The folder that a person chose a file in last, kept in a file of its own: dialogs of Electron begin in Downloads every time. */
export class LastFolder {
  readonly #file: string
  #path: string

  /** @param path until a file was chosen */
  constructor(file: string, path: string) {
    this.#file = file
    this.#path = path
  }

  get path(): string {
    return this.#path
  }

  /** Never throws: without it, dialogs begin elsewhere. */
  async load(): Promise<void> {
    const text = await readFile(this.#file, 'utf8').catch(() => '')
    const stored = storedSchema.safeParse(parseJson(text))
    if (stored.success) this.#path = stored.data.folder
  }

  /** Never throws, for the same reason. */
  async remember(chosenFile: string): Promise<void> {
    const folder = dirname(chosenFile)
    if (folder === this.#path) return
    this.#path = folder
    await writeFile(this.#file, JSON.stringify({ folder })).catch(() => {})
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
