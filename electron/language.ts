import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { type Language, languageOf } from '../renderer/languages/languages.ts'

// The windows keep what the person chose, and tell main of it. Main keeps it too, because it speaks before there is a
// window: when the data cannot be opened.

const file = (): string => join(app.getPath('userData'), 'language')

/** The language that main speaks: the person's choice or, without one, the system's, as in the windows. */
export const currentLanguage = (): Language =>
  languageOf([readChoice(), app.getLocale(), ...app.getPreferredSystemLanguages()])

/** @param language null: as the system */
export function keepLanguage(language: Language | null): void {
  if (language === null) rmSync(file(), { force: true })
  else writeFileSync(file(), language)
}

/** Empty when nobody has chosen, or it cannot be read: the system's language will do. */
function readChoice(): string {
  try {
    return readFileSync(file(), 'utf8')
  } catch {
    return ''
  }
}
