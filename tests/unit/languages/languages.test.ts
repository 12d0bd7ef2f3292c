import { describe, expect, test } from 'vitest'
import { translate } from '../../../electron/translate.ts'
import { en } from '../../../renderer/languages/en.ts'
import { languageCodes, languageOf, languages } from '../../../renderer/languages/languages.ts'
import { hardCodedWords, hasLetters, textsRead } from './sources.ts'

type Table = { readonly [name: string]: string | Table }

/** Every text by its whole name, such as `nav.unread_other`. */
const flat = (table: Table, path = ''): [name: string, text: string][] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

const PLURAL = /_(zero|one|two|few|many|other)$/
const withoutForm = (name: string): string => name.replace(PLURAL, '')
const namesOf = (table: Table): string[] => [...new Set(flat(table).map(([name]) => withoutForm(name)))].sort()
const placeholders = (text: string): string[] => (text.match(/\{\{.*?\}\}/g) ?? []).sort()
const english = new Map(flat(en))
/** A text of English, of which a plural has two. */
const englishOf = (name: string): string => english.get(name) ?? english.get(`${withoutForm(name)}_other`) ?? ''

/** Written alike everywhere: abbreviations, and what only puts values together. */
const alike = ['field.sku', 'mailSecurity.starttls', 'mailSecurity.tls', 'field.id']

describe.for(languageCodes)('in %s', (language) => {
  const texts = flat(languages[language].texts)

  test('there is every text, and no other', () => {
    expect(namesOf(languages[language].texts)).toEqual(namesOf(en))
  })

  test('what is counted has the plural forms of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const counted = new Set([...english.keys()].filter((name) => PLURAL.test(name)).map(withoutForm))
    const had = [...counted].map((base) => [
      base,
      texts.flatMap(([name]) => (withoutForm(name) === base ? [PLURAL.exec(name)?.[1]] : [])).toSorted(),
    ])
    expect(had).toEqual([...counted].map((base) => [base, forms]))
  })

  test('a text has the values of the English one', () => {
    expect(texts.map(([name, text]) => [name, placeholders(text)])).toEqual(
      texts.map(([name]) => [name, placeholders(englishOf(name))]),
    )
  })

  test('numbers are written as the language does', () => {
    const t = translate(language) as (name: string, values: object) => string
    const big = 12_000
    const written = new Intl.NumberFormat(language).format(big)
    const wrong = texts.filter(([name, text]) => {
      const numbers = [...text.matchAll(/\{\{(\w+), number\}\}/g)].map(([, value]) => [value, big])
      return numbers.length > 0 && !t(withoutForm(name), Object.fromEntries(numbers)).includes(written)
    })
    expect(wrong).toEqual([])
    expect(texts.filter(([, text]) => text.includes('{{count}}'))).toEqual([])
  })

  if (language !== 'en')
    test('every text is translated', () => {
      const words = (text: string) => text.replace(/\{\{.*?\}\}/g, '')
      const same = texts.filter(([name, text]) => text === englishOf(name) && hasLetters(words(text)))
      expect(same.map(([name]) => name).filter((name) => !alike.includes(name))).toEqual([])
    })
})

/** What `*` stands for in the largest groups, so that it does not stand for texts that nothing reads. */
const computed: Readonly<Record<string, readonly string[]>> = {
  'stockTake.*': ['damage', 'count', 'setAside', 'arrival'],
  'import.*': ['imported', 'unchanged', 'rejected', 'batches', 'orders'],
  'stock.*': ['onHand', 'inShipments', 'allocated', 'setAside', 'availableNow', 'backordered'],
}

test('every text is used', () => {
  const read = [...textsRead()].flatMap((name) => computed[name]?.map((part) => name.replace('*', part)) ?? [name])
  const patterns = read.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '\\w+')}$`))
  expect(namesOf(en).filter((name) => !patterns.some((pattern) => pattern.test(name)))).toEqual([])
})

test('no words for people stand in the sources, but in the tables', () => {
  expect(hardCodedWords()).toEqual([])
})

test('the system’s language is the first that the app speaks, else English', () => {
  expect([['ko-KR'], ['de', 'ko', 'en'], ['KO'], ['xx', ''], []].map(languageOf)).toEqual([
    'ko',
    'ko',
    'ko',
    'en',
    'en',
  ])
})
