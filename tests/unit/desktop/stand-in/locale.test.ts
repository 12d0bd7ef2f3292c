import { expect, test } from 'vitest'
import { chromiumLocale, systemLanguage } from '../../../../desktop/stand-in/locale.ts'

test.each([
  [{ LANG: 'ko_KR.UTF-8' }, 'ko-KR'],
  [{ LANG: 'ko_KR.UTF-8', LC_MESSAGES: 'de_DE' }, 'de-DE'],
  [{ LANG: 'ko_KR.UTF-8', LC_MESSAGES: 'de_DE', LC_ALL: 'en_GB.UTF-8' }, 'en-GB'],
  [{ LANG: 'sr_RS@latin' }, 'sr-RS'],
  [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'en-US'],
  [{ LANG: 'C.UTF-8' }, 'en-US'],
  [{ LANG: 'POSIX' }, 'en-US'],
  [{ LANG: '' }, 'en-US'],
  [{}, 'en-US'],
])('in the environment %o the system speaks %s', (environment, language) => {
  expect(systemLanguage(environment)).toBe(language)
})

test.each([
  ['ko-KR', 'ko'],
  ['ko', 'ko'],
  ['en-AU', 'en-US'],
  ['en-GB', 'en-GB'],
  ['pt', 'pt-BR'],
  ['zh-TW', 'zh-TW'],
])('Chromium shows %s in %s', (language, locale) => {
  expect(chromiumLocale(language)).toBe(locale)
})
