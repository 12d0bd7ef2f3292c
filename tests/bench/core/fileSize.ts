import { bytesOf } from '../data/bytes.ts'
import { figure } from '../measure/figure.ts'
import type { Suite } from '../suite.ts'

/** Of a file made in bulk, with its history; the bound's has none. What messages one by one make of it, `import` tells. */
export const fileSize: Suite = {
  name: 'fileSize',
  run: async ({ millionLines }) => {
    const { lines, files } = await millionLines()
    return [
      figure('file: bytes a line', 'bytes', [bytesOf(files.core) / lines], { bound: [bytesOf(files.bound) / lines] }),
    ]
  },
}
