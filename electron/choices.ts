import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

// The windows keep what the person chose, and tell main of it. Main keeps what it needs before there is a window, each choice
// in a file of its own in the user's data folder.

type Choice = 'language' | 'theme'

const file = (choice: Choice): string => join(app.getPath('userData'), choice)

/** Empty when nobody has chosen, or it cannot be read: then the system's will do. */
export function readChoice(choice: Choice): string {
  try {
    return readFileSync(file(choice), 'utf8')
  } catch {
    return ''
  }
}

/** @param value null: as the system */
export function keepChoice(choice: Choice, value: string | null): void {
  if (value === null) rmSync(file(choice), { force: true })
  else writeFileSync(file(choice), value)
}
