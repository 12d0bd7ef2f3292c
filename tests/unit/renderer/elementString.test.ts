import { expect, test } from 'vitest'
import {
  GROUP_SEPARATOR as GS,
  isArticleOf,
  readElementString,
  writeElements,
} from '../../../renderer/warehouse/scans/elementString.ts'

const product = '09501101530003'

test('product, batch and count are read with brackets, with FNC1 and by predefined lengths', () => {
  const all = { product, batch: 'LOT-7', count: '20' }
  const texts = [
    `(01)${product}(10)LOT-7(37)0020`,
    `(02)${product}(17)310501(37)20(10)LOT-7`,
    `${GS}01${product}10LOT-7${GS}3720`,
    `${GS}01${product}${GS}10LOT-7${GS}3720`,
    `01${product}1731050110LOT-7${GS}3720`,
    `${GS}400ORDER-1${GS}3720${GS}02${product}10LOT-7`,
  ]
  expect(texts.map(readElementString)).toEqual(texts.map(() => all))
})

test('a batch alone is read where it is marked', () => {
  expect([`(10)LOT-7`, `${GS}10LOT-7`, '10LOT-7'].map(readElementString)).toEqual([
    { batch: 'LOT-7' },
    { batch: 'LOT-7' },
    null,
  ])
})

test.each([
  ['a plain reference', 'LOT-7'],
  ['digits whose check digit is wrong', '01095011015300041017'],
  ['a product whose check digit is wrong', '(01)09501101530004(10)LOT-7'],
  ['a product that is cut', `${GS}010950110153`],
  ['a batch that is too long for a label', `(10)${'X'.repeat(21)}`],
  ['a count that is no number', '(10)LOT-7(37)many'],
  ['brackets that do not begin with an identifier', '(LOT)-7'],
  ['something else than goods', `${GS}00395011015300000018`],
  ['an element without a value', `${GS}10`],
])('%s is no GS1 data of goods', (_name, text) => {
  expect(readElementString(text)).toBeNull()
})

test('what was read is written as people read it', () => {
  expect(writeElements(readElementString(`01${product}10LOT-7${GS}3720`)!)).toBe(`(01)${product}(10)LOT-7(37)20`)
})

test('an article number is a product’s in any length that GS1 gives it', () => {
  expect(['9501101530003', product, '9501101530010', 'BED'].map((sku) => isArticleOf(sku, product))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
