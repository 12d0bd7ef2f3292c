/** What a GS1 label says of goods; undefined: it does not say. */
export type Elements = {
  /** The GTIN, of 14 digits. */
  readonly product?: string
  readonly batch?: string
  /** How many units, as digits without leading zeros. */
  readonly count?: string
}

/** FNC1 as scanners type it: it ends an element whose length is not predefined. */
export const GROUP_SEPARATOR = '\x1d'

/** Application identifiers of goods. `02` is the product that a container holds, of which `37` is the count. */
const names: Readonly<Record<string, keyof Elements>> = {
  '01': 'product',
  '02': 'product',
  '10': 'batch',
  '37': 'count',
}

/** By the first two digits of an application identifier: characters with it, where these are predefined (GS1 General Specifications, 7.8.5). */
const lengths: ReadonlyMap<string, number> = new Map([
  ['00', 20],
  ...['01', '02', '03'].map((ai) => [ai, 16] as const),
  ['04', 18],
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((ai) => [ai, 8] as const),
  ['20', 4],
  ...['31', '32', '33', '34', '35', '36'].map((ai) => [ai, 10] as const),
  ['41', 16],
])

const BRACKETED = /\((\d{2,4})\)(.+?)(?=\(\d{2,4}\)|$)/g

/**
 * A text in the syntax of GS1: with its application identifiers in brackets, with FNC1 before it, or with neither, if it begins with a
 * product whose check digit is right. null: it is none, or says none of these three things.
 */
export function readElementString(text: string): Elements | null {
  const isMarked = text.startsWith(GROUP_SEPARATOR)
  if (!text.startsWith('(') && !isMarked && !beginsWithProduct(text)) return null
  const elements = text.startsWith('(') ? bracketed(text) : separated(isMarked ? text.slice(1) : text)
  if (elements === null) return null
  const known = elements.flatMap(([ai, value]) => (names[ai] ? [[names[ai], value] as const] : []))
  const found: Elements = Object.fromEntries(known)
  if (known.length === 0 || !isPossible(found)) return null
  return found.count === undefined ? found : { ...found, count: found.count.replace(/^0+(?=\d)/, '') }
}

/** As it is printed for people: each application identifier in brackets. */
export const writeElements = ({ product, batch, count }: Elements): string =>
  [product && `(01)${product}`, batch && `(10)${batch}`, count && `(37)${count}`].filter(Boolean).join('')

type Element = readonly [ai: string, value: string]

function bracketed(text: string): Element[] | null {
  const found = [...text.matchAll(BRACKETED)]
  if (found.map(([whole]) => whole).join('') !== text) return null
  return found.map(([, ai, value]) => [ai!, value!])
}

function separated(text: string): Element[] | null {
  const elements: Element[] = []
  for (let rest = text; rest !== ''; ) {
    const ai = rest.slice(0, 2)
    const end = lengths.get(ai) ?? (rest.includes(GROUP_SEPARATOR) ? rest.indexOf(GROUP_SEPARATOR) : rest.length)
    const value = rest.slice(2, end)
    if (!/^\d\d$/.test(ai) || rest.length < end || value === '' || value.includes(GROUP_SEPARATOR)) return null
    elements.push([ai, value])
    rest = rest.slice(end).replace(GROUP_SEPARATOR, (separator, at) => (at === 0 ? '' : separator))
  }
  return elements
}

const isPossible = ({ product, batch, count }: Elements): boolean =>
  (product === undefined || isGtin(product)) &&
  (batch?.length ?? 0) <= 20 &&
  (count === undefined || /^\d{1,8}$/.test(count))

const beginsWithProduct = (text: string): boolean => /^0[12]/.test(text) && isGtin(text.slice(2, 16))

/** 14 digits of which the last is the check digit: the others count three times and once, in turn. */
function isGtin(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false
  const sum = [...text].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return sum % 10 === 0
}

/** An article number in one of the lengths that a GTIN has on products. */
export const isArticleNumber = (text: string): boolean => /^\d{8,14}$/.test(text)

/** Whether the article number is this product's. */
export const isArticleOf = (number: string, product: string): boolean =>
  isArticleNumber(number) && number.padStart(14, '0') === product
