import type { Message, Notice } from '../../core/index.ts'

// The rules of the domain once more, as plainly as can be: two lists, everything searched and summed every time.
// It shares no code with the core, so that the two agree only when both are right.

type Batch = { ref: string; sku: string; qty: number; eta: string | null }
type Line = {
  readonly orderId: string
  readonly line: number
  readonly sku: string
  readonly qty: number
  readonly dueDate: string | null
  batch: string | null
  /** When it came to its batch, as a number that only grows. */
  since: number
}
type Of<T extends Message['type']> = Extract<Message, { type: T }>
type Answer = { results: (string | null)[]; notices: Notice[] }

export class Refused extends Error {
  readonly refusal: { code: string; details: object }
  constructor(code: string, details: object) {
    super(code)
    this.refusal = { code, details }
  }
}

export class NaiveWarehouse {
  readonly batches: Batch[] = []
  readonly lines: Line[] = []
  notices = 0
  read = 0
  #clock = 0

  /** @throws Refused, and then nothing has changed */
  handle(message: Message): Answer {
    const answer = this.#handle(message)
    this.notices += answer.notices.length
    return answer
  }

  free(ref: string): number {
    const taken = this.lines.filter((line) => line.batch === ref).reduce((sum, line) => sum + line.qty, 0)
    return this.#batch(ref).qty - taken
  }

  #handle(message: Message): Answer {
    if (message.type === 'BatchCreated') return this.#create(message)
    if (message.type === 'AllocationRequired') return this.#order(message)
    if (message.type === 'BatchQuantityChanged') return this.#change(message.ref, message.qty, message.reason)
    if (message.type === 'StockDamaged') return this.#damage(message)
    this.read = Math.max(this.read, Math.min(message.upTo, this.notices))
    return { results: [null], notices: [] }
  }

  #create({ ref, sku, qty, eta }: Of<'BatchCreated'>): Answer {
    const holder = this.batches.find((batch) => batch.ref === ref)
    if (holder) throw new Refused('DuplicateBatch', { ref, sku: holder.sku })
    this.batches.push({ ref, sku, qty, eta })
    const filled = this.#fill(sku, 'batchCreated')
    return { results: [null, null, ...filled.map(() => null)], notices: filled }
  }

  #order({ orderId, line, sku, qty, dueDate }: Of<'AllocationRequired'>): Answer {
    if (!this.batches.some((batch) => batch.sku === sku)) throw new Refused('InvalidSku', { sku })
    const known = this.lines.find((other) => other.orderId === orderId && other.line === line && other.sku === sku)
    if (known?.qty === qty && known.dueDate === dueDate) return { results: [known.batch], notices: [] }
    if (known) {
      const state = known.batch === null ? 'backordered' : 'allocated'
      throw new Refused('LineConflict', { orderId, line, sku, qty: known.qty, dueDate: known.dueDate, state })
    }
    const added: Line = { orderId, line, sku, qty, dueDate, batch: null, since: 0 }
    this.lines.push(added)
    if (this.#place(added)) return { results: [added.batch, null], notices: [] }
    const notices = [this.#notice('backordered', added, null, null), outOfStock(sku)]
    return { results: [null, null, null], notices }
  }

  #damage({ ref, qty, reason }: Of<'StockDamaged'>): Answer {
    const holds = this.#batch(ref).qty
    if (qty > holds) throw new Refused('NotEnoughStock', { ref, qty, holds })
    const { results, notices } = this.#change(ref, holds - qty, reason)
    return { results: [null, ...results], notices }
  }

  #change(ref: string, qty: number, reason: string): Answer {
    const batch = this.#batch(ref)
    const freeBefore = this.free(ref)
    batch.qty = qty
    const lines = this.lines.filter((line) => line.batch === ref)
    const bestFirst = lines.sort((a, b) => (due(a) === due(b) ? a.since - b.since : due(a) < due(b) ? -1 : 1))
    const displaced: Line[] = []
    let room = qty
    for (const line of bestFirst)
      if (line.qty <= room) room -= line.qty
      else displaced.push(line)
    for (const line of displaced) line.batch = null
    const offer = this.free(ref) > freeBefore

    const moved = displaced.map((line) => {
      this.#place(line)
      return this.#notice(line.batch === null ? 'backordered' : 'reallocated', line, ref, reason)
    })
    const places = displaced.map((line) => line.batch)
    const firstToWait = moved.findIndex(({ kind }) => kind === 'backordered')
    if (firstToWait >= 0) moved.splice(firstToWait + 1, 0, outOfStock(batch.sku))
    const filled = offer ? this.#fill(batch.sku, reason) : []
    const notices = [...moved, ...filled]
    return { results: [null, ...places, ...(offer ? [null] : []), ...notices.map(() => null)], notices }
  }

  #fill(sku: string, reason: string): Notice[] {
    const waiting = this.lines.filter((line) => line.sku === sku && line.batch === null)
    const inTurn = waiting.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0)) // stable: oldest first
    return inTurn.filter((line) => this.#place(line)).map((line) => this.#notice('filled', line, null, reason))
  }

  #place(line: Line): boolean {
    const candidates = this.batches.filter((batch) => batch.sku === line.sku && this.free(batch.ref) >= line.qty)
    const inTurn = candidates.sort((a, b) =>
      (a.eta ?? '') < (b.eta ?? '') ? -1 : (a.eta ?? '') > (b.eta ?? '') ? 1 : 0,
    )
    line.batch = inTurn[0]?.ref ?? null
    line.since = ++this.#clock
    return line.batch !== null
  }

  #notice(kind: Notice['kind'], line: Line, from: string | null, reason: string | null): Notice {
    const { orderId, sku, qty, batch } = line
    return { kind, orderId, line: line.line, sku, qty, from, to: batch, reason }
  }

  #batch(ref: string): Batch {
    const batch = this.batches.find((known) => known.ref === ref)
    if (!batch) throw new Refused('UnknownBatch', { ref })
    return batch
  }
}

const due = (line: Line): string => line.dueDate ?? 'never'
const outOfStock = (sku: string): Notice => ({
  ...{ kind: 'outOfStock', orderId: null, line: null, sku },
  ...{ qty: null, from: null, to: null, reason: null },
})
