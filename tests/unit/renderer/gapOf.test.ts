import { expect, test } from 'vitest'
import { gapOf } from '../../../renderer/ui/gapOf.ts'

/** An M is 12 wide, any other letter 8. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter === 'M' ? 12 : 8), 0)

test.for([
  ['a text that has room', 'LOT-26', 48, 0],
  ['a text that ends just before the ellipsis', 'LOT-26-00', 56, 0],
  ['a wide letter that did not fit', 'LOTMMM', 40, 8],
  ['no letter has room beside the ellipsis', 'MMM', 16, 0],
  ['less room than the ellipsis needs', 'MMM', 4, 0],
] as const)('behind the ellipsis is what the next letter was too wide for: %s', ([_, text, room, gap]) => {
  expect(gapOf(text, room, width)).toBe(gap)
})
