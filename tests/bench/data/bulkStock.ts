import { available, type Batch } from '../../../core/domain/batch.ts'
import type { Event } from '../../../core/domain/events.ts'
import type { OrderLine } from '../../../core/domain/orderLine.ts'
import { Product } from '../../../core/domain/product.ts'
import type { Size } from '../../../core/domain/productState.ts'
import type { Outcome, UnitOfWork } from '../../../core/ports/unitOfWork.ts'
import { handle } from '../../../core/service/messageBus.ts'
import type { PlannedBatch, PlannedLine } from './plan.ts'

type Known = { readonly version: number; readonly size: Size; readonly open: readonly Batch[] }
type Handled = { readonly outcome: Outcome; readonly lines: Iterable<OrderLine> }

/**
 * Handles the messages of a plan with the core's own bus, handlers and domain, in memory. It keeps the batches and
 * forgets the lines, which is enough for messages that create batches before the lines that want them.
 */
export class BulkStock {
  readonly #products = new Map<string, Known>()
  readonly #exhausted: Batch[] = []

  get products(): ({ readonly sku: string; readonly version: number } & Size)[] {
    return [...this.#products].map(([sku, { version, size }]) => ({ sku, version, ...size }))
  }
  get batches(): Batch[] {
    return [...this.#exhausted, ...[...this.#products.values()].flatMap(({ open }) => open)]
  }

  async handle(message: PlannedBatch | PlannedLine): Promise<Handled> {
    const known = this.#products.get(message.sku)
    const product = new Product(message.sku, known?.version, known?.size)
    product.load(known?.open ?? [], [])
    const { outcome } = await handle(message, unitOfWork(product), null, async () => {})
    const batches = [...product.batches.values()]
    const open = batches.filter((batch) => available(batch) > 0)
    for (const batch of batches) if (available(batch) === 0) this.#exhausted.push(batch)
    this.#products.set(message.sku, { version: product.version, size: product.size, open })
    return { outcome, lines: product.lines.values() }
  }
}

/** As much of one as these messages need. */
function unitOfWork(product: Product): UnitOfWork {
  const known = async () => product
  const products = { get: known, getToPlace: known, getByBatchRef: async () => null, getWithBackorders: known }
  const collectNewEvents = (): Event[] => [...product.takeEvents()]
  return { products, begin() {}, collectNewEvents } as unknown as UnitOfWork
}
