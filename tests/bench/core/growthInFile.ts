import { type Files, makeFiles } from '../data/files.ts'
import { isShort, line, orderAt, ordersFor, skuAt, skusFor, warehousePlan } from '../data/plan.ts'
import { day, randomNumbers } from '../data/random.ts'
import type { Suite } from '../suite.ts'
import { growth, type Size } from './growth.ts'

/** A line is allocated in a file that has few, or many lines already: of any SKU, so that it meets any page of the file. */
export const growthInFile: Suite = {
  name: 'growthInFile',
  run: async (bench) => {
    const sizes: Size[] = []
    for (const lines of bench.quick ? [1_000] : [1_000, 10_000, 100_000]) {
      bench.progress(`a file of ${lines} lines`)
      sizes.push(sizeOf(lines, await makeFiles(bench.folder, warehousePlan(lines))))
    }
    const { lines, files } = await bench.millionLines()
    return growth('growth in the file', bench, [...sizes, sizeOf(lines, files)])
  },
}

function sizeOf(lines: number, files: Files): Size {
  const random = randomNumbers(3)
  const skus = Array.from({ length: skusFor(lines) }, (_, index) => index).filter((index) => !isShort(index))
  let order = ordersFor(lines)
  const nextLine = () => {
    const sku = skuAt(skus[Math.floor(random() * skus.length)]!)
    const dueDate = random() < 0.6 ? day(Math.floor(random() * 200)) : null
    return line(orderAt(order++), sku, 1 + Math.floor(random() * 9), { dueDate })
  }
  return { label: `${lines} lines`, files, nextLine }
}
