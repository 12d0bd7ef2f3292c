import { describe, expect, test } from 'vitest'
import { given } from '../support/scenario/given.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { refusal } from '../support/scenario/seen.ts'

const skus = [
  'SMALL-TABLE',
  '나무-의자',
  '나무-의자-대형',
  '50%-OFF_LAMP',
  'BACK\\SLASH',
  'ab',
  'O\'NEIL "XL"',
  '🪑🪑🪑',
  'ÉTAGÈRE',
]
const orders = ['o-100', 'O-100', '주문-1', 'a%b', 'a_b', 'axb']
const stock = skus.flatMap((sku, index) => [
  batch(`ref-${index}`, 100, { sku }),
  ...orders.map((orderId) => order(orderId, 1, { sku })),
])

/** The letters whose case does not matter are those of ASCII. */
const fold = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const isPartOf = (search: string) => (text: string) => fold(text).includes(fold(search))

const searches = [
  ...['', 'a', 'L', '나', '%', '_', '\\', "'", '"', '-', ' '],
  ...['ta', '나무', '의자', '%b', '_b', '0%', 'K\\', 'L "', 'AB', '🪑', '🪑🪑'],
  ...[
    'table',
    'TABLE',
    'L-TAB',
    '나무-',
    '무-의자',
    '의자-대',
    '주문-1',
    'a%b',
    'a_b',
    '50%',
    '%-O',
    'F_L',
    'K\\S',
    '"XL"',
  ],
  ...[
    "O'N",
    'NEIL "',
    '🪑🪑🪑',
    'étagère',
    'ÉTAGÈRE',
    'o-100',
    '100 small',
    'AND',
    'OR ab',
    'NEAR(a',
    'a*b',
    '^ab',
    'x'.repeat(200),
  ],
]

describe('a search finds every row that has the text, and no other:', () => {
  test.for(searches)('%s', async (search) => {
    const warehouse = await given(...stock)
    const found = {
      products: (await warehouse.view('products', { search })).rows.map(({ sku }) => sku),
      batches: (await warehouse.view('batches', { search })).rows.map(({ ref, sku }) => [ref, sku]),
      lines: (await warehouse.view('lines', { search })).rows.map(({ orderId, sku }) => [orderId, sku]),
    }
    const matches = isPartOf(search)
    const batches = skus.map((sku, index): [string, string] => [`ref-${index}`, sku])
    const lines = skus.flatMap((sku) => orders.map((orderId) => [orderId, sku]))
    expect({ ...found, products: found.products.sort(), batches: found.batches.sort() }).toEqual({
      products: skus.filter(matches).sort(),
      batches: batches.filter((texts) => texts.some(matches)).sort(),
      lines: lines.filter((texts) => texts.some(matches)),
    })
  })
})

test('a search for what no text can hold is refused', async () => {
  const warehouse = await given(...stock)
  const refusals = [
    await refusal(warehouse.view('lines', { search: 'a\0bc' })),
    await refusal(warehouse.view('batches', { search: 'x'.repeat(201) })),
  ]
  expect(refusals.map((refused) => refused?.details)).toEqual([
    { problems: [{ field: 'search', problem: 'invalid' }] },
    { problems: [{ field: 'search', problem: 'tooLong', limit: 200 }] },
  ])
})

test('a search goes with the other filters', async () => {
  const warehouse = await given(...stock)
  const { rows } = await warehouse.view('lines', { search: 'a_b', sku: 'ab', state: 'allocated', sort: 'order' })
  expect(rows.map(({ orderId, sku }) => [orderId, sku])).toEqual([['a_b', 'ab']])
})

test('two letters find every line that has them, anywhere, among those that are indexed', async () => {
  const names = ['AB-12', 'X-ab', 'xAbx', 'Éé-1', 'ß-µ', '나무', '의나무', 'q"', '의자', 'OTHER']
  const lines = names.flatMap((sku) => Array.from({ length: 60 }, (_, at) => order(`n${at}`, 1, { sku })))
  const warehouse = await given(...names.map((sku, at) => batch(`r${at}`, 100, { sku })), ...lines)
  const skusWith = async (search: string) => {
    const { rows } = await warehouse.view('lines', { search, limit: 1000 })
    return [...new Set(rows.map(({ sku }) => sku))]
  }
  const found = []
  for (const search of ['ab', 'Éé', 'ß-', '-µ', '나무', '무', 'q"', 'R ', 'zz', 'n5'])
    found.push(await skusWith(search))
  expect(found).toEqual([
    ...[['AB-12', 'X-ab', 'xAbx'], ['Éé-1'], ['ß-µ'], ['ß-µ'], ['나무', '의나무'], ['나무', '의나무'], ['q"']],
    ...[[], [], names],
  ])
})
