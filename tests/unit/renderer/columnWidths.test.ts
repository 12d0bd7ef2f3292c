import { expect, test } from 'vitest'
import { trackList } from '../../../renderer/ui/columnWidths.ts'

const columns = [
  { id: 'ref', width: 'minmax(130px, 1.6fr)' },
  { id: 'sku', width: 'minmax(76px, 1.5fr)' },
  { id: 'qty', width: '60px' },
]

test('columns are as wide as they are made, until a person makes one wider or narrower', () => {
  expect(trackList(columns, {}, 354, false)).toEqual({
    gridTemplateColumns: 'minmax(130px, 1.6fr) minmax(76px, 1.5fr) 60px',
    minWidth: 354,
  })
})

test('the list scrolls sideways when the columns need more room than it has', () => {
  expect(trackList(columns, { sku: 300, gone: 50 }, 354, false)).toEqual({
    gridTemplateColumns: 'minmax(130px, 1.6fr) 300px 60px',
    minWidth: 130 + 300 + 60 + 16,
  })
})
