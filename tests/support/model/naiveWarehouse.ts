import type { Message, Notice } from '../../../core/index.ts'
import { type Answer, answer, conflict, further, notice, offered, outOfStock, Refused } from './naiveAnswer.ts'
import { NaiveSheets, type Turned } from './naiveSheets.ts'
import { arrival, type Batch, type Line, NaiveStock, stateOf } from './naiveStock.ts'
import { copyOf, type Done, undosOf } from './naiveUndo.ts'

// The rules of the domain once more, as plainly as can be. It shares no code with the core, so that the two agree only
// when both are right.

type Of<T extends Message['type']> = Extract<Message, { type: T }>

const NEVER_UNDONE: readonly Message['type'][] = [
  'ImportStarted',
  'ImportUndone',
  'NoticesRead',
  'MailRetried',
  'ReportMade',
  'NoticesAcknowledged',
  'NoticesGiven',
  'NoticesReopened',
]

export class NaiveWarehouse {
  readonly stock = new NaiveStock()
  readonly sheets = new NaiveSheets(this.stock)
  notices = 0
  /** By person, up to which notice; '': nobody was named. */
  readonly read = new Map<string, number>()
  readonly #done = new Map<number, Done>()
  #newest = copyOf(this.stock)
  /** Of the message that is being handled. */
  #refs: string[] = []
  #turned: Turned | null = null
  /** Lines that were displaced, and have yet to look for another place. */
  #onTheirWay: Line[] = []

  /**
   * @param seq which the message has in history, when it is not refused
   * @param by who sends it; null: nobody was named
   * @throws Refused, and then nothing has changed
   */
  handle(message: Message, seq: number, by: string | null = null): Answer {
    const before = this.#newest
    this.#refs = []
    this.#turned = null
    const answer = this.#handle(message, by)
    const after = copyOf(this.stock)
    this.#newest = after
    const undoes = message.type === 'MessageUndone' ? message.undoes : null
    this.#done.set(seq, {
      type: message.type,
      before,
      after,
      undoes,
      undone: false,
      refs: this.#refs,
      turned: this.#turned,
    })
    if (undoes !== null) this.#switch(undoes)
    this.notices += answer.notices.length
    return answer
  }

  #handle(message: Message, by: string | null): Answer {
    switch (message.type) {
      case 'BatchCreated':
        return this.#create(message)
      case 'AllocationRequired':
        return this.#order(message)
      case 'BatchQuantityChanged':
        return this.#setQuantity(message.ref, message.qty, message.reason)
      case 'StockDamaged':
        return this.#damage(message)
      case 'StockCounted':
        return this.#count(message)
      case 'StockSetAside':
        return this.#setAside(message)
      case 'SetAsideReleased':
        return this.#release(message)
      case 'SetAsideRemoved':
        return this.#remove(message)
      case 'MessageUndone':
        return this.#undo(message.undoes)
      case 'BatchEtaChanged':
        return this.#changeEta(message)
      case 'OrderLineCancelled':
        return this.#cancel(message)
      case 'LinePriorityChanged':
        return this.#changePriority(message)
      case 'LinePinned':
        return this.#changePin(message, true)
      case 'LineUnpinned':
        return this.#changePin(message, false)
      case 'PlaceGiven':
        return this.#givePlace(message)
      case 'LineSplit':
        return this.#split(message)
      case 'OrderDispatched':
        return this.#dispatch(message)
      case 'NoticesRead':
        this.read.set(by ?? '', Math.max(this.read.get(by ?? '') ?? 0, Math.min(message.upTo, this.notices)))
        return answer()
      case 'DispatchConfirmed':
        return this.#confirm(message)
      case 'MailRetried':
      case 'ReportMade':
      case 'NoticesAcknowledged':
      case 'NoticesGiven':
      case 'NoticesReopened':
        return answer()
      case 'SheetOpened':
        this.sheets.open(message)
        return answer()
      case 'SheetLinesAdded':
        this.sheets.add(message)
        return answer()
      case 'SheetLineCounted':
        this.sheets.count(message, by)
        return answer()
      case 'SheetClosed':
        this.#turned = this.sheets.close(message.sheet)
        return answer()
      case 'SheetPosted':
        return this.#post(message.sheet)
      case 'ImportUndone':
        if (!this.#done.has(message.undoes)) throw new Refused('UnknownMessage', { seq: message.undoes })
        if (this.#done.get(message.undoes)!.type !== 'ImportStarted')
          throw new Refused('NotUndoable', { seq: message.undoes, type: this.#done.get(message.undoes)!.type })
        return answer()
      case 'ImportStarted': // no handler, no result
        return { results: [], notices: [], stays: [] }
    }
  }

  #create({ ref, sku, qty, eta }: Of<'BatchCreated'>): Answer {
    const holder = this.stock.batch(ref)
    if (holder) throw new Refused('DuplicateBatch', { ref, sku: holder.sku })
    this.stock.receive({ ref, sku, qty, eta })
    return answer(offered(this.#fill(sku, 'batchCreated')))
  }

  #order({ orderId, line, sku, qty, dueDate, customer, priority }: Of<'AllocationRequired'>): Answer {
    if (![...this.stock.batches, ...this.stock.lines].some((known) => known.sku === sku))
      throw new Refused('InvalidSku', { sku })
    const known = this.stock.line({ orderId, line, sku })
    const asked = known && { ...known, qty: known.qty + known.splitOff }
    if (known && known.gone === null && asked!.qty === qty && known.dueDate === dueDate)
      return { ...answer(), results: [known.batch] }
    if (asked) throw conflict(asked)
    const added = this.stock.order({ orderId, line, sku, qty, dueDate, customer, priority })
    if (this.stock.place(added, this.stock.roomFor(added)[0])) return { ...answer(), results: [added.batch, null] }
    return answer({ notices: [notice('backordered', added, null, null), outOfStock(sku)] })
  }

  #damage({ ref, qty, reason }: Of<'StockDamaged'>): Answer {
    const { qty: all, setAside } = this.#batch(ref)
    if (qty > all - setAside) throw new Refused('NotEnoughStock', { ref, qty, holds: all - setAside })
    return further(this.#setQuantity(ref, all - qty, reason))
  }

  #setAside({ ref, qty, reason }: Of<'StockSetAside'>): Answer {
    const batch = this.#batch(ref)
    const holds = batch.qty - batch.setAside
    if (qty > holds) throw new Refused('NotEnoughStock', { ref, qty, holds })
    return this.#resize(batch, batch.qty, batch.setAside + qty, reason)
  }

  #release({ ref, qty }: Of<'SetAsideReleased'>): Answer {
    const batch = this.#batchSettingAside(ref, qty)
    batch.setAside -= qty
    return answer(offered(this.#fill(batch.sku, 'released')))
  }

  #remove({ ref, qty }: Of<'SetAsideRemoved'>): Answer {
    const batch = this.#batchSettingAside(ref, qty)
    batch.setAside -= qty
    batch.qty -= qty
    return answer()
  }

  #batchSettingAside(ref: string, qty: number): Batch {
    const batch = this.#batch(ref)
    if (qty > batch.setAside) throw new Refused('NotSetAside', { ref, qty, setAside: batch.setAside })
    return batch
  }

  #count({ ref, qty, expected }: Of<'StockCounted'>): Answer {
    const { qty: holds } = this.#batch(ref)
    if (holds !== expected) throw new Refused('StaleCount', { ref, expected, holds })
    return further(this.#setQuantity(ref, qty, 'counted'))
  }

  #setQuantity(ref: string, qty: number, reason: string): Answer {
    const batch = this.#batch(ref)
    return this.#resize(batch, qty, Math.min(batch.setAside, qty), reason)
  }

  #resize(batch: Batch, qty: number, setAside: number, reason: string): Answer {
    const freeBefore = this.stock.free(batch)
    const displaced = this.stock.setQuantity(batch, qty, setAside)
    return this.#moveOn(batch, displaced, reason, this.stock.free(batch) > freeBefore)
  }

  #undo(seq: number): Answer {
    const done = this.#done.get(seq)
    if (!done) throw new Refused('UnknownMessage', { seq })
    if (this.#isUndone(seq)) throw new Refused('AlreadyUndone', { seq })
    const undos = undosOf(this.stock, done)
    if (NEVER_UNDONE.includes(done.type) || (undos.length === 0 && !done.turned))
      throw new Refused('NotUndoable', { seq, type: done.type })
    for (const undo of undos) undo.refuse()
    const { turned } = done
    if (turned && (turned.after !== turned.sheet.state || turned.changes !== turned.sheet.changes))
      throw new Refused('SheetChangedSince', { sheet: turned.sheet.name })
    this.#refs = done.refs
    if (turned) this.#turned = this.sheets.turn(turned.sheet, turned.before)
    const taken = undos.map((undo) => undo.take())
    const later = taken.flatMap(({ later }) => later)
    return {
      results: [null, ...taken.flatMap(({ first }) => first), ...answer({ notices: later }).results.slice(1)],
      notices: [...taken.flatMap(({ told }) => told), ...later],
      stays: [],
    }
  }

  /** All batches change before any line finds another place. */
  #post(name: string): Answer {
    const { sheet, lines } = this.sheets.toPost(name)
    const changed = lines.flatMap(({ line, difference }) => {
      const batch = this.sheets.now(line)
      return batch && difference !== 0 && batch.qty + difference >= 0 ? [{ batch, difference }] : []
    })
    const bySku = changed.sort((a, b) => (a.batch.sku === b.batch.sku ? 0 : a.batch.sku < b.batch.sku ? -1 : 1))
    this.#refs = bySku.map(({ batch }) => batch.ref)
    this.#turned = this.sheets.turn(sheet, 'posted')
    const resized = bySku.map(({ batch, difference }) => {
      const before = this.stock.free(batch)
      const qty = batch.qty + difference
      const displaced = this.stock.setQuantity(batch, qty, Math.min(batch.setAside, qty))
      return { batch, displaced, offer: this.stock.free(batch) > before }
    })
    this.#onTheirWay = resized.flatMap(({ displaced }) => displaced)
    const saidOut = new Set<string>()
    const came = resized.map(({ batch, displaced, offer }) => {
      const { results, notices } = this.#moveOn(batch, displaced, 'counted', offer)
      const isNew = ({ kind, sku }: Notice) => kind !== 'outOfStock' || !saidOut.has(sku)
      const told = notices.filter(isNew)
      for (const { kind, sku } of told) if (kind === 'outOfStock') saidOut.add(sku)
      return { places: results.slice(1, 1 + displaced.length + Number(offer)), told }
    })
    const notices = came.flatMap(({ told }) => told)
    const places = [...resized.map(() => null), ...came.flatMap(({ places }) => places)]
    return answer({ places, notices })
  }

  /** What is taken back is in effect no more, but what that had undone is again. */
  #switch(seq: number): void {
    const done = this.#done.get(seq)!
    done.undone = !done.undone
    if (done.undoes !== null) this.#switch(done.undoes)
  }

  /** Or what taking it back would undo was undone in another way. */
  #isUndone(seq: number): boolean {
    const { undone, undoes } = this.#done.get(seq)!
    const before = undoes === null ? null : this.#done.get(undoes)!.undoes
    return undone || (before !== null && this.#isUndone(before))
  }

  #changeEta({ ref, eta }: Of<'BatchEtaChanged'>): Answer {
    const batch = this.#batch(ref)
    const delayed = eta !== null && eta > arrival(batch)
    batch.eta = eta
    const late = delayed ? this.stock.in(ref).filter(({ dueDate }) => dueDate !== null && dueDate < eta) : []
    const places = late.map(() => null)
    const notices = late.map((line) => {
      const inTime = this.stock.roomFor(line).find((other) => arrival(other) <= line.dueDate!)
      if (!inTime || line.pinned) return notice('late', line, null, 'delayed')
      this.stock.place(line, inTime)
      return notice('reallocated', line, ref, 'delayed')
    })
    if (notices.every(({ kind }) => kind === 'late')) return answer({ places, notices })
    const filled = offered(this.#fill(batch.sku, 'delayed'))
    return answer({ ...filled, places, notices: [...notices, ...filled.notices] })
  }

  #cancel({ orderId, line, sku }: Of<'OrderLineCancelled'>): Answer {
    const known = this.stock.line({ orderId, line, sku })
    if (!known) throw new Refused('UnknownLine', { orderId, line, sku })
    if (stateOf(known) === 'dispatched') throw conflict(known)
    const freed = stateOf(known) === 'allocated'
    Object.assign(known, { batch: null, since: 0, pinned: false, gone: 'cancelled' })
    return freed ? answer(offered(this.#fill(sku, 'lineCancelled'))) : answer()
  }

  #changePriority({ orderId, line, sku, priority }: Of<'LinePriorityChanged'>): Answer {
    this.#openLine({ orderId, line, sku }).priority = priority
    return answer()
  }

  #openLine({ orderId, line, sku }: Pick<Line, 'orderId' | 'line' | 'sku'>): Line {
    const known = this.stock.line({ orderId, line, sku })
    if (!known) throw new Refused('UnknownLine', { orderId, line, sku })
    if (known.gone !== null) throw conflict(known)
    return known
  }

  #givePlace({ orderId, line, sku, toOrderId, toLine, reason }: Of<'PlaceGiven'>): Answer {
    const giver = this.#openLine({ orderId, line, sku })
    const taker = this.#openLine({ orderId: toOrderId, line: toLine, sku })
    if (giver.batch === null) throw new Refused('NoPlace', { orderId, line, sku })
    if (giver.pinned) throw new Refused('LineIsPinned', { orderId, line, sku })
    if (taker.pinned) throw new Refused('LineIsPinned', { orderId: toOrderId, line: toLine, sku })
    const batch = this.#batch(giver.batch)
    const from = taker.batch
    if (from !== null && arrival(this.#batch(from)) <= arrival(batch))
      throw new Refused('NoGain', { orderId: toOrderId, line: toLine, sku, ref: batch.ref })
    const free = this.stock.free(batch)
    if (free + giver.qty < taker.qty)
      throw new Refused('NoRoom', { ref: batch.ref, qty: taker.qty, room: free + giver.qty })
    const gives = free < taker.qty
    if (gives) this.stock.place(giver, undefined)
    this.stock.place(taker, batch)
    const told = [notice(from === null ? 'filled' : 'reallocated', taker, from, reason)]
    const { results, notices } = this.#moveOn(batch, gives ? [giver] : [], reason, true)
    return { ...answer(), results: [null, null, ...results.slice(1)], notices: [...told, ...notices] }
  }

  #split({ orderId, line, sku, qty }: Of<'LineSplit'>): Answer {
    const known = this.#openLine({ orderId, line, sku })
    if (qty >= known.qty) throw new Refused('NothingLeft', { orderId, line, sku, qty, asks: known.qty })
    known.qty -= qty
    known.splitOff += qty
    const others = this.stock.lines.filter((other) => other.orderId === orderId && other.sku === sku)
    const { dueDate, priority, customer } = known
    const number = Math.max(...others.map((other) => other.line)) + 1
    const part = this.stock.order({ orderId, line: number, sku, qty, dueDate, priority, customer })
    const found = this.stock.place(part, this.stock.roomFor(part)[0])
    const told = found ? [] : [notice('backordered', part, null, null), outOfStock(sku)]
    const came = answer({ places: [part.batch], offered: true, notices: [...told, ...this.#fill(sku, 'split')] })
    return found ? { ...came, results: [...came.results, null] } : came // that it has its place is looked at, and not told
  }

  #changePin({ orderId, line, sku }: Of<'LinePinned' | 'LineUnpinned'>, pinned: boolean): Answer {
    const known = this.#openLine({ orderId, line, sku })
    if (known.batch === null) throw new Refused('NoPlace', { orderId, line, sku })
    known.pinned = pinned
    return answer()
  }

  #dispatch({ orderId }: Of<'OrderDispatched'>): Answer {
    const inTurn = this.#ordered(orderId).sort((a, b) => (a.sku === b.sku ? a.line - b.line : a.sku < b.sku ? -1 : 1))
    const stays = inTurn.filter((line) => line.gone === null && !this.#sendOut(line))
    return { ...answer(), stays: stays.map(({ line, sku, qty, batch }) => ({ orderId, line, sku, qty, ref: batch })) }
  }

  #confirm({ orderId }: Of<'DispatchConfirmed'>): Answer {
    for (const line of this.#ordered(orderId)) if (line.gone === 'dispatched') line.gone = 'departed'
    return answer()
  }

  #ordered(orderId: string): Line[] {
    const lines = this.stock.lines.filter((line) => line.orderId === orderId)
    if (lines.length === 0) throw new Refused('UnknownOrder', { orderId })
    return lines
  }

  #sendOut(line: Line): boolean {
    const batch = line.batch === null ? null : this.#batch(line.batch)
    if (batch?.eta !== null) return false
    batch.qty -= line.qty
    line.gone = 'dispatched'
    return true
  }

  /** Displaced lines find their place, before what is free is offered to those that wait. */
  #moveOn(batch: Batch, displaced: Line[], reason: string, offer: boolean): Answer {
    this.#onTheirWay = this.#onTheirWay.filter((line) => !displaced.includes(line))
    const moved = displaced.map((line) => {
      const found = this.stock.place(line, this.stock.roomFor(line)[0])
      return notice(found ? 'reallocated' : 'backordered', line, batch.ref, reason)
    })
    const places = displaced.map((line) => line.batch)
    const firstToWait = moved.findIndex(({ kind }) => kind === 'backordered')
    if (firstToWait >= 0) moved.splice(firstToWait + 1, 0, outOfStock(batch.sku))
    const filled = offer ? this.#fill(batch.sku, reason) : []
    return answer({ places, offered: offer, notices: [...moved, ...filled] })
  }

  #fill(sku: string, reason: string): Notice[] {
    const waiting = this.stock.waiting(sku).filter((line) => !this.#onTheirWay.includes(line))
    const filled = waiting.filter((line) => this.stock.place(line, this.stock.roomFor(line)[0]))
    return filled.map((line) => notice('filled', line, null, reason))
  }

  #batch(ref: string): Batch {
    const batch = this.stock.batch(ref)
    if (!batch) throw new Refused('UnknownBatch', { ref })
    return batch
  }
}
