import type { Notice } from '../../domain/notice.ts'
import type { Commit } from '../../ports/unitOfWork.ts'
import type { prepareHistory } from './history/historyStatements.ts'
import type { SqliteProducts } from './products.ts'
import { NEVER } from './rows.ts'

/** When the place that a line lost arrives, and the one that it has instead. */
type Places = { readonly fromEta: string; readonly toEta: string }

/**
 * The lines that a message took a place from, and that have a later one or none. An undo takes no place from anybody but what
 * was given before, and a delay moves a line so that it is in time: neither counts.
 */
export class GaveWay {
  readonly #places = new Map<Notice, Places>()

  /** As soon as the message is handled: a later one of the same commit may move the batches. */
  constructor({ envelope, outcome }: Commit, products: Pick<SqliteProducts, 'etaOf'>) {
    const { type } = envelope.message
    if (type === 'MessageUndone' || type === 'BatchEtaChanged') return
    for (const notice of outcome.notices) {
      const { kind, sku, from, to } = notice
      if (from === null || (kind !== 'reallocated' && kind !== 'backordered')) continue
      const fromEta = products.etaOf(sku, from)
      const toEta = to === null ? NEVER : products.etaOf(sku, to)
      if (fromEta !== undefined && toEta !== undefined && fromEta < toEta) this.#places.set(notice, { fromEta, toEta })
    }
  }

  /** @param seq of the notice */
  write(notice: Notice, seq: number | bigint, { insertGaveWay }: ReturnType<typeof prepareHistory>): void {
    const places = this.#places.get(notice)
    if (places) insertGaveWay.run(seq, places.fromEta, places.toEta)
  }
}
