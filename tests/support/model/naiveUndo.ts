import type { Message, Notice } from '../../../core/index.ts'
import { notice, outOfStock, Refused } from './naiveAnswer.ts'
import type { Turned } from './naiveSheets.ts'
import { type Batch, bestProtectedFirst, byImportance, isLate, type Line, type NaiveStock } from './naiveStock.ts'

/** Everything as it was before a message, and after it. */
export type Done = {
  type: Message['type']
  before: Copy
  after: Copy
  undoes: number | null
  undone: boolean
  /** The references of batches that it changed, in their order, when they are several. */
  refs: string[]
  /** The sheet that it posted, closed or opened again. */
  turned: Turned | null
}
export type Copy = { batches: Batch[]; lines: Line[] }

export const copyOf = ({ batches, lines }: NaiveStock): Copy => ({
  batches: batches.map((batch) => ({ ...batch })),
  lines: lines.map((line) => ({ ...line })),
})

/** Units that lines may have. */
const unitsFor = ({ qty, setAside }: Batch): number => qty - setAside
const name = ({ orderId, line, sku, ordered }: Line) => JSON.stringify([orderId, line, sku, ordered])
const place = (line: Line | undefined) => JSON.stringify(line && [line.batch, line.since, line.gone])
/** And whether it is pinned there. */
const exactly = (line: Line | undefined) => JSON.stringify([place(line), line?.pinned])
const isOpen = (line: Line | undefined) => line?.gone === null
const kind = (line: Line | undefined) => (line ? (line.gone ?? 'open') : 'absent')

type LineChange = { before: Line | undefined; after: Line | undefined }
type BatchChange = { before: Batch | undefined; after: Batch | undefined }

/** What taking back comes to: at once, and then. `told`: of the first, and of the others. */
type Taken = { first: (string | null)[]; told: Notice[]; later: Notice[] }

/** One for each SKU that the message changed, in their order. */
export function undosOf(stock: NaiveStock, done: Done): NaiveUndo[] {
  const skus = new Set(
    [done.before, done.after].flatMap(({ batches, lines }) => [...batches, ...lines]).map(({ sku }) => sku),
  )
  return [...skus]
    .sort()
    .map((sku) => new NaiveUndo(stock, done, sku))
    .filter(({ isEmpty }) => !isEmpty)
}

/** Takes back what lies between two copies of the stock of one SKU, looking at nothing else. */
export class NaiveUndo {
  readonly #stock: NaiveStock
  readonly #sku: string
  readonly #lines: LineChange[]
  readonly #batches: BatchChange[]
  readonly #priorities: { before: Line; after: Line }[]
  readonly #pins: { before: Line; after: Line }[]
  readonly #quantities: { before: Line; after: Line }[]
  readonly #displaced: { line: Line; from: string }[] = []
  readonly #told: Notice[] = []

  constructor(stock: NaiveStock, done: Done, sku: string) {
    const [before, after] = [ofSku(done.before, sku), ofSku(done.after, sku)]
    this.#stock = stock
    this.#sku = sku
    const names = new Set([...before.lines, ...after.lines].map(name))
    const find = (lines: Line[], wanted: string) => lines.find((line) => name(line) === wanted)
    const all = [...names].map((wanted) => ({ before: find(before.lines, wanted), after: find(after.lines, wanted) }))
    this.#priorities = all.flatMap(({ before, after }) =>
      before && after && before.priority !== after.priority ? [{ before, after }] : [],
    )
    this.#lines = all.filter((change) => place(change.before) !== place(change.after))
    this.#pins = all.flatMap(({ before, after }) =>
      before && after && place(before) === place(after) && before.pinned !== after.pinned ? [{ before, after }] : [],
    )
    this.#quantities = all.flatMap(({ before, after }) =>
      before && after && before.qty !== after.qty ? [{ before, after }] : [],
    )
    const turn = ({ before, after }: BatchChange) => done.refs.indexOf((before ?? after)!.ref)
    this.#batches = changedBatches(before, after).sort((a, b) => turn(a) - turn(b))
  }

  get isEmpty(): boolean {
    return [this.#lines, this.#priorities, this.#pins, this.#quantities, this.#batches].every(
      ({ length }) => length === 0,
    )
  }

  /** @throws Refused */
  refuse(): void {
    for (const batch of this.#batches) this.#refuseBatch(batch)
    for (const change of inOrder(this.#lines)) this.#refuseLine(change)
    for (const { after } of this.#priorities) {
      const now = this.#stock.line(after)
      const { orderId, line, sku } = after
      if (!isOpen(now) || now!.priority !== after.priority)
        throw new Refused('LineChangedSince', { orderId, line, sku })
    }
    for (const { after } of this.#pins) {
      const { orderId, line, sku } = after
      if (exactly(this.#stock.line(after)) !== exactly(after))
        throw new Refused('LineChangedSince', { orderId, line, sku })
    }
    for (const quantity of this.#quantities) this.#refuseQuantity(quantity)
  }

  /** The parts of a line are joined again where they are as they were left. */
  #refuseQuantity({ before, after }: { before: Line; after: Line }): void {
    const { orderId, line, sku } = after
    const now = this.#stock.line(after)
    const isChanged = place(now) !== place(after) || now!.qty !== after.qty
    const parts = this.#lines.filter((part) => !part.before || !part.after)
    if (
      isChanged ||
      parts.some((part) => exactly(this.#stock.line((part.before ?? part.after)!)) !== exactly(part.after))
    )
      throw new Refused('LineChangedSince', { orderId, line, sku })
    if (after.batch === null || place(before) !== place(after)) return
    const leaving = this.#lines.flatMap((moved) => {
      const there = moved.after && this.#stock.line(moved.after)
      return there?.batch === after.batch && exactly(there) === exactly(moved.after) ? [there] : []
    })
    const batch = this.#stock.batch(after.batch)!
    const room = this.#stock.free(batch) + leaving.reduce((sum, { qty }) => sum + qty, 0)
    const qty = before.qty - after.qty
    if (room < qty) throw new Refused('NoRoom', { ref: after.batch, qty, room })
  }

  #refuseBatch({ before, after }: BatchChange): void {
    const { ref } = (before ?? after)!
    const now = this.#stock.batch(ref)
    if (!after) {
      if (now) throw new Refused('DuplicateBatch', { ref, sku: now.sku })
      return
    }
    if (now?.created !== after.created) throw new Refused('UnknownBatch', { ref })
    const gone = this.#stock.lines.filter((line) => line.batch === ref && line.gone !== null)
    if (!before && gone.length > 0) throw new Refused('BatchDispatchedFrom', { ref })
    if (before && before.eta !== after.eta && now.eta !== after.eta) throw new Refused('BatchChangedSince', { ref })
    if (!before) return
    const setAside = after.setAside - before.setAside
    if (setAside > now.setAside) throw new Refused('NotSetAside', { ref, qty: setAside, setAside: now.setAside })
    const added = unitsFor(after) - unitsFor(before)
    if (added > unitsFor(now)) throw new Refused('NotEnoughStock', { ref, qty: added, holds: unitsFor(now) })
  }

  #refuseLine({ before, after }: LineChange): void {
    const { orderId, line, sku } = (before ?? after)!
    const now = this.#stock.line((before ?? after)!)
    if (isOpen(before) && isOpen(after)) return
    if (now?.gone === 'departed' && after?.gone !== 'departed') throw new Refused('AlreadyDeparted', { orderId })
    const isStill =
      before?.gone === 'dispatched' && isOpen(after) ? exactly(now) === exactly(after) : kind(now) === kind(after)
    const isWhole = before !== undefined || now?.qty === after?.qty
    if (!isStill || !isWhole) throw new Refused('LineChangedSince', { orderId, line, sku })
  }

  /** Once nobody refuses. */
  take(): Taken {
    for (const { before } of this.#priorities) this.#stock.line(before)!.priority = before.priority
    for (const { before } of this.#pins) this.#stock.line(before)!.pinned = before.pinned
    for (const { before } of this.#quantities) {
      const now = this.#stock.line(before)!
      Object.assign(now, { qty: before.qty, splitOff: now.splitOff + now.qty - before.qty })
    }
    const { restored, waiting, failed, homeless } = this.#plan()
    for (const batch of this.#batches) this.#takeBackBatch(batch)
    const direct: Notice[] = [...this.#told]
    for (const { before, now, from } of restored) {
      const batch = this.#stock.batch(before.batch!)!
      this.#stock.place(now, batch, before.since, before.pinned)
      direct.push(notice(from === null ? 'filled' : 'reallocated', now, from, 'undone'))
      if (isLate(now, batch)) direct.push(notice('late', now, null, 'delayed'))
    }
    for (const { now, from } of waiting) if (from !== null) direct.push(notice('backordered', now, from, 'undone'))
    for (const { before, now } of failed)
      if (this.#stock.batch(before.batch!)?.sku === before.sku)
        direct.push({ ...notice('notRestored', now, null, 'undone'), to: before.batch })
    const onTheirWay = [...this.#displaced, ...homeless.map(({ now, from }) => ({ line: now, from }))]
    const isOffered = this.#stock.batches.some((batch) => batch.sku === this.#sku && this.#stock.free(batch) > 0)
    const moved = onTheirWay.map(({ line, from }) => this.#findPlace(line, from))
    const filled = isOffered ? this.#fill() : []
    const firstToWait = moved.findIndex(({ kind }) => kind === 'backordered')
    if (firstToWait >= 0) moved.splice(firstToWait + 1, 0, outOfStock(this.#sku))
    const places = (lines: Line[]) => lines.map((line) => this.#placedAt.get(line) ?? null)
    return {
      first: [
        ...places(this.#displaced.map(({ line }) => line)),
        ...direct.map(() => null),
        ...places(homeless.map(({ now }) => now)),
        ...(isOffered ? [null] : []),
      ],
      told: direct,
      later: [...moved, ...filled],
    }
  }
  readonly #placedAt = new Map<Line, string | null>()

  #findPlace(line: Line, from: string | null): Notice {
    const found = this.#stock.place(line, this.#stock.roomFor(line)[0])
    this.#placedAt.set(line, line.batch)
    return notice(found ? 'reallocated' : 'backordered', line, from, 'undone')
  }

  #fill(): Notice[] {
    const waiting = this.#stock.waiting(this.#sku)
    const filled = waiting.filter((line) => this.#stock.place(line, this.#stock.roomFor(line)[0]))
    return filled.map((line) => notice('filled', line, null, 'undone'))
  }

  /** Takes every changed line out of its place, and says who gets which back. */
  #plan() {
    type Moving = { before: Line; now: Line; from: string | null }
    const moving: Moving[] = []
    for (const { before, after } of inOrder(this.#lines)) {
      let now = this.#stock.line((before ?? after)!)
      const isMove = isOpen(before) && isOpen(after)
      if (isMove && exactly(now) !== exactly(after)) continue
      const from = isOpen(now) ? now!.batch : null
      if (!before) this.#stock.lines.splice(this.#stock.lines.indexOf(now!), 1)
      else if (before.gone === 'cancelled')
        Object.assign(now!, { batch: null, since: 0, pinned: false, gone: 'cancelled' })
      else if (before.gone === 'dispatched' && after?.gone === null) {
        this.#stock.batch(before.batch!)!.qty -= before.qty
        now!.gone = 'dispatched'
      } else if (before.gone !== null) now!.gone = before.gone
      else if (after?.gone === 'dispatched') {
        this.#stock.batch(before.batch!)!.qty += before.qty
        now!.gone = null
      } else {
        if (!now) {
          now = { ...before }
          this.#stock.lines.push(now)
        }
        Object.assign(now, { batch: null, since: 0, pinned: false, gone: null })
        moving.push({ before: { ...before, qty: now.qty, priority: now.priority }, now, from })
      }
    }
    const order = bestProtectedFirst(moving.map(({ before }) => before))
    moving.sort((a, b) => order.indexOf(a.before) - order.indexOf(b.before))
    return this.#deal(moving)
  }

  /** Who gets a place back in what room is left, best protected first; the others stay where they are, if they can. */
  #deal<M extends { before: Line; now: Line; from: string | null }>(moving: M[]) {
    const rooms = new Map(this.#stock.batches.map((batch) => [batch.ref, this.#stock.free(batch)]))
    for (const { before, after } of this.#batches) {
      if (before && !after) rooms.set(before.ref, unitsFor(before))
      if (!before && after) rooms.set(after.ref, Number.NEGATIVE_INFINITY)
      if (before && after) rooms.set(after.ref, rooms.get(after.ref)! - (unitsFor(after) - unitsFor(before)))
    }
    const take = (ref: string | null, { sku, qty }: Line) => {
      const room = ref === null || this.#isOfAnother(sku, ref) ? 0 : (rooms.get(ref) ?? 0)
      if (ref === null || room < qty) return false
      rooms.set(ref, room - qty)
      return true
    }
    const waiting = mostUrgentFirst(moving.filter((line) => line.before.batch === null))
    const restored = moving.filter(({ before }) => take(before.batch, before))
    const failed = moving.filter((line) => !waiting.includes(line) && !restored.includes(line))
    const homeless: M[] = []
    for (const line of failed) {
      if (line.from === null) continue
      if (take(line.from, line.before)) Object.assign(line.now, { batch: line.from, ...this.#placeOf(line.now) })
      else homeless.push(line)
    }
    return { waiting, restored, failed, homeless }
  }

  /** The batch by that reference was withdrawn, and it now names one of another SKU. */
  #isOfAnother(sku: string, ref: string): boolean {
    return (this.#stock.batch(ref)?.sku ?? sku) !== sku
  }

  #placeOf(now: Line): Pick<Line, 'since' | 'pinned'> {
    const { since, pinned } = this.#lines.find(({ after }) => after && name(after) === name(now))!.after!
    return { since, pinned }
  }

  #takeBackBatch({ before, after }: BatchChange): void {
    if (!after) this.#stock.batches.push({ ...before! })
    else if (!before) {
      const batch = this.#stock.batch(after.ref)!
      this.#displace(batch, 0, 0)
      this.#stock.batches.splice(this.#stock.batches.indexOf(batch), 1)
    } else {
      const batch = this.#stock.batch(after.ref)!
      const qty = batch.qty - (after.qty - before.qty)
      const setAside = batch.setAside - (after.setAside - before.setAside)
      this.#displace(batch, qty, setAside)
      if (before.eta === after.eta) return
      const inTime = this.#stock.in(batch.ref).filter((line) => !isLate(line, batch))
      batch.eta = before.eta
      this.#told.push(
        ...inTime.filter((line) => isLate(line, batch)).map((line) => notice('late', line, null, 'delayed')),
      )
    }
  }
  #displace(batch: Batch, qty: number, setAside: number): void {
    const lines = this.#stock.setQuantity(batch, qty, setAside)
    this.#displaced.push(...lines.map((line) => ({ line, from: batch.ref })))
  }
}

const ofSku = ({ batches, lines }: Copy, sku: string): Copy => ({
  batches: batches.filter((batch) => batch.sku === sku),
  lines: lines.filter((line) => line.sku === sku),
})

const mostUrgentFirst = <M extends { before: Line }>(moving: M[]): M[] =>
  moving.sort(({ before: a }, { before: b }) => byImportance(a, b) || a.ordered - b.ordered)

/** Lines of an order that was dispatched change the quantity, too: by what left, which comes back with them. */
function changedBatches(before: Copy, after: Copy): BatchChange[] {
  const refs = new Set([...before.batches, ...after.batches].map(({ created }) => created))
  const left = ({ lines }: Copy, ref: string) =>
    lines
      .filter((line) => line.batch === ref && (line.gone === 'dispatched' || line.gone === 'departed'))
      .reduce((sum, line) => sum + line.qty, 0)
  const whole = (copy: Copy, created: number) => {
    const batch = copy.batches.find((batch) => batch.created === created)
    return batch && { ...batch, qty: batch.qty + left(copy, batch.ref) }
  }
  const changes: BatchChange[] = []
  for (const created of refs) {
    const change = { before: whole(before, created), after: whole(after, created) }
    const said = (batch: Batch | undefined) => JSON.stringify([batch?.qty, batch?.setAside, batch?.eta])
    if (said(change.before) !== said(change.after) || !change.before !== !change.after) changes.push(change)
  }
  return changes
}

/** By SKU and line, as an order is dispatched. */
const inOrder = (changes: LineChange[]): LineChange[] =>
  [...changes].sort((x, y) => {
    const [a, b] = [(x.before ?? x.after)!, (y.before ?? y.after)!]
    return a.sku === b.sku ? a.line - b.line : a.sku < b.sku ? -1 : 1
  })
