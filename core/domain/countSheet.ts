import type { Batch } from './batch.ts'
import { DomainError } from './domainError.ts'
import type { EventOf } from './events.ts'
import { agreedDifference, isAsked, postedOf, type SheetLine, type Threshold, withCount } from './sheetLine.ts'
import { MAX_SHEET_LINES, type SheetState } from './vocabulary.ts'

type SheetEvent = EventOf<'SheetStateChanged' | 'CountLeftOut'>

/** What a sheet is from its opening to its end. */
export type SheetTerms = {
  readonly name: string
  /** Who is to count it; null: anybody. */
  readonly person: string | null
  readonly blind: boolean
} & Threshold

/** A difference that is agreed upon, with the batch that it is of. */
export type Agreed = Pick<SheetLine, 'ref' | 'sku' | 'created'> & { readonly difference: number }

/** What stands in the way of posting. `holds`: as in `CountLeftOut`. */
export type LeftOut = Agreed & { readonly holds: number | null }

/** What becomes of it. */
type SheetContent = Pick<CountSheet, 'state' | 'version' | 'changes'> & { readonly lines: Iterable<SheetLine> }
const unwritten: SheetContent = { state: 'open', version: 0, changes: 0, lines: [] }

/** A list of batches to be counted: what was counted on it, and what of that is agreed upon. */
export class CountSheet {
  readonly terms: SheetTerms
  readonly #lines = new Map<string, SheetLine>()
  #state: SheetState
  #version: number
  #changes: number
  #raised: SheetEvent[] = []

  constructor(terms: SheetTerms, { state, version, changes, lines }: SheetContent = unwritten) {
    this.terms = terms
    this.#state = state
    this.#version = version
    this.#changes = changes
    for (const line of lines) this.#lines.set(line.ref, line)
  }

  get name(): string {
    return this.terms.name
  }
  get state(): SheetState {
    return this.#state
  }
  /** Counts every change; guards against lost updates. */
  get version(): number {
    return this.#version
  }
  /** How often batches were put on it or counted: tells an undo whether anybody went on with it. */
  get changes(): number {
    return this.#changes
  }
  /** In the order in which they are to be counted. */
  get lines(): ReadonlyMap<string, SheetLine> {
    return this.#lines
  }

  /** The events raised since the last call, in order. */
  takeEvents(): readonly SheetEvent[] {
    const raised = this.#raised
    this.#raised = []
    return raised
  }

  /**
   * Batches that are on it already stay where they are.
   * @throws DomainError SheetNotOpen, SheetFull
   */
  add(batches: readonly Batch[]): void {
    this.#refuseUnlessOpen()
    const added = new Map(batches.filter(({ ref }) => !this.#lines.has(ref)).map((batch) => [batch.ref, batch]))
    if (this.#lines.size + added.size > MAX_SHEET_LINES)
      throw new DomainError('SheetFull', { sheet: this.name, most: MAX_SHEET_LINES })
    for (const { ref, sku, created } of added.values())
      this.#lines.set(ref, { ref, sku, created, counts: [], posted: null })
    this.#change()
  }

  /** @throws DomainError SheetNotOpen, NotOnSheet */
  line(ref: string): SheetLine {
    this.#refuseUnlessOpen()
    const line = this.#lines.get(ref)
    if (!line) throw new DomainError('NotOnSheet', { sheet: this.name, ref })
    return line
  }

  /**
   * Keeps the difference to what the batch holds now, so that later allocating and dispatching does not touch it.
   * @throws DomainError SheetNotOpen, NotOnSheet; CountedBySame when another person is to count
   */
  count(ref: string, qty: number, { qty: holds }: Pick<Batch, 'qty'>, by: string | null): void {
    const line = this.line(ref)
    if (!isAsked(line, this.terms, by)) throw new DomainError('CountedBySame', { sheet: this.name, ref, by })
    this.#lines.set(ref, { ...line, counts: withCount(line.counts, { by, qty, difference: qty - holds }) })
    this.#change()
  }

  /**
   * What is agreed upon, in the order of the lines.
   * @throws DomainError SheetNotOpen; NothingAgreed
   */
  toPost(): Agreed[] {
    this.#refuseUnlessOpen()
    const agreed = [...this.#lines.values()].flatMap((line) => {
      const difference = agreedDifference(line.counts, this.terms)
      return difference === null ? [] : [{ ref: line.ref, sku: line.sku, created: line.created, difference }]
    })
    if (agreed.length === 0) throw new DomainError('NothingAgreed', { sheet: this.name })
    return agreed
  }

  /** @param applied the differences that could be, by batch */
  post(applied: ReadonlyMap<string, number>, leftOut: readonly LeftOut[]): void {
    for (const { ref, sku, difference, holds } of leftOut)
      this.#raised.push({ type: 'CountLeftOut', sheet: this.name, ref, sku, difference, holds })
    this.#turn('posted', applied)
  }

  /** @throws DomainError SheetNotOpen */
  close(): void {
    this.#refuseUnlessOpen()
    this.#turn('closed')
  }

  /** @throws DomainError SheetChangedSince */
  refuseToTakeBack({ after, changes }: EventOf<'SheetStateChanged'>): void {
    if (after !== this.#state || changes !== this.#changes)
      throw new DomainError('SheetChangedSince', { sheet: this.name })
  }

  /** @param applied what the stock changes by with it, by batch */
  takeBack({ before }: EventOf<'SheetStateChanged'>, applied: ReadonlyMap<string, number>): void {
    this.#turn(before, applied)
  }

  #change(): void {
    this.#version++
    this.#changes++
  }

  #turn(after: SheetState, applied: ReadonlyMap<string, number> = new Map()): void {
    const before = this.#state
    this.#state = after
    this.#version++
    for (const [ref, line] of this.#lines) {
      const posted = after === 'posted' ? postedOf(line, this.terms, applied) : null
      if (posted !== line.posted) this.#lines.set(ref, { ...line, posted })
    }
    this.#raised.push({ type: 'SheetStateChanged', sheet: this.name, before, after, changes: this.#changes })
  }

  #refuseUnlessOpen(): void {
    if (this.#state !== 'open') throw new DomainError('SheetNotOpen', { sheet: this.name, state: this.#state })
  }
}
