import { app } from 'electron'
import { type Language, languageOf } from '../renderer/languages/languages.ts'
import { settings } from './settings.ts'

/** The language that main speaks: the person's choice or, without one, the system's, as in the windows. */
export const currentLanguage = (): Language =>
  languageOf([settings().values.language, app.getLocale(), ...app.getPreferredSystemLanguages()])
