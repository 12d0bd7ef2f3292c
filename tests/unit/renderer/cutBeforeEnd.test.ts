import { expect, test } from 'vitest'
import { cutBeforeEnd } from '../../../renderer/ui/cutBeforeEnd.ts'

/** An M is 12 wide, any other letter 8, an ellipsis 10. */
const widthOf = (letters: readonly string[]): number =>
  letters.reduce((sum, letter) => sum + (letter === 'M' ? 12 : 8), 0)

const cut = (text: string, room: number) => {
  const letters = [...text]
  const startOf = (letter: number) => widthOf(letters.slice(0, letter))
  return cutBeforeEnd(letters, { room, kept: 6, width: widthOf(letters), startOf, ellipsis: 10 })
}

test.for([
  ['LOT-26-00012', 90, 'LOT-…-00012'],
  ['LOT-26-00012', 89, 'LOT…-00012'],
  ['MMM-26-00012', 70, 'M…-00012'],
  ['LOT-26-00012', 65, '…-00012'],
  ['LOT-26-00012', 58, '…-00012'],
  ['LOT-26-00012', 57, '…00012'],
  ['LOT-26-00012', 30, '…12'],
  ['LOT-26-00012', 12, '…'],
] as const)('%s in %i pixels is %s', ([text, room, shown]) => {
  expect(cut(text, room)).toBe(shown)
})
