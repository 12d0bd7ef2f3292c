import { readFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { SerialQueue } from '../core/lib/serialQueue.ts'
import {
  type ChosenFolders,
  type CommonSettings,
  type PersonalSettings,
  readCommon,
  readPersonal,
  type Settings,
  type SettingsChange,
} from './settingsSchema.ts'
import { writeWhole } from './writeWhole.ts'

export type SettingsState = {
  readonly values: Settings
  /** Whose they are: who works here or, until somebody has said so, who did last; empty: nobody ever did. */
  readonly person: string
  /** The name of the file that could not be read at the start, and was set aside; null: it could be. */
  readonly setAside: string | null
}

const storedSchema = z.object({
  workstation: z.unknown(),
  people: z.record(z.string(), z.unknown()).catch({}),
  last: z.string().catch(''),
})

/** What was chosen here, in a file of this user's: once for the workstation, and once for each person who works at it. */
export class SettingsFile {
  readonly #file: string
  readonly #queue = new SerialQueue()
  readonly #listeners: (() => void)[] = []
  #common: CommonSettings = readCommon(null)
  #people = new Map<string, PersonalSettings>()
  #person = ''
  #setAside: string | null = null

  /** A file that cannot be read is set aside, and the defaults hold. */
  constructor(file: string) {
    this.#file = file
    try {
      this.#load()
    } catch {
      this.#setAside = setAside(file)
    }
  }

  #load(): void {
    const text = textOf(this.#file)
    if (text === null) return
    const { workstation, people, last } = storedSchema.parse(JSON.parse(text))
    this.#common = readCommon(workstation)
    this.#people = new Map(Object.entries(people).map(([name, stored]) => [name, readPersonal(stored)]))
    this.#person = last
  }

  get values(): Settings {
    return { ...this.#personal, ...this.#common }
  }

  get shown(): SettingsState {
    return { values: this.values, person: this.#person, setAside: this.#setAside }
  }

  /** Called after each change. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Whose settings hold from now on. Somebody new begins with those of the person before. */
  begin(person: string): Promise<void> {
    const personal = this.#people.get(person) ?? this.#personal
    this.#person = person
    return this.#keep(personal, this.#common)
  }

  /** Holds at once. @throws when it could not be written, so that it holds until the app is closed only */
  change(change: SettingsChange | Partial<ChosenFolders>): Promise<void> {
    const values = { ...this.values, ...change }
    return this.#keep(readPersonal(values), readCommon(values))
  }

  get #personal(): PersonalSettings {
    return this.#people.get(this.#person) ?? readPersonal(null)
  }

  #keep(personal: PersonalSettings, common: CommonSettings): Promise<void> {
    this.#people.set(this.#person, personal)
    this.#common = common
    for (const listener of this.#listeners) listener()
    return this.#queue.run(() => writeWhole(this.#file, this.#text()))
  }

  #text(): string {
    const stored = { workstation: this.#common, people: Object.fromEntries(this.#people), last: this.#person }
    return JSON.stringify(stored, null, 2)
  }
}

/** null: there is no such file. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Returns its new name, or its old one when the system refuses. */
function setAside(file: string): string {
  const name = `${basename(file, '.json')}-unreadable.json`
  try {
    renameSync(file, join(dirname(file), name))
    return name
  } catch {
    return basename(file)
  }
}
