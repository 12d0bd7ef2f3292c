import type { InitOptions } from 'i18next'
import type { en } from './en.ts'
import { languageCodes, languages } from './languages.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** For the window as for main: numbers and dates in texts are written by Intl, as the language does. */
export const i18nOptions = {
  fallbackLng: 'en',
  resources: Object.fromEntries(languageCodes.map((code) => [code, { translation: languages[code].texts }])),
  interpolation: { escapeValue: false }, // React escapes, and neither mails nor boxes are HTML
  cacheInBuiltFormats: true,
} satisfies InitOptions
