import type { Message } from '../../../core/index.ts'
import { Refused } from './naiveAnswer.ts'
import type { Batch, NaiveStock } from './naiveStock.ts'

type Of<T extends Message['type']> = Extract<Message, { type: T }>
type Count = { by: string | null; difference: number; expected: number }
type Line = { batch: Batch; counts: Count[] }
export type Sheet = {
  name: string
  state: 'open' | 'posted' | 'closed'
  /** How often batches were added or counted. */
  changes: number
  terms: Pick<Of<'SheetOpened'>, 'recountUnits' | 'recountPercent'>
  lines: Line[]
}
/** What a message made of a sheet, to be taken back. */
export type Turned = { sheet: Sheet; before: Sheet['state']; after: Sheet['state']; changes: number }

export class NaiveSheets {
  readonly #stock: NaiveStock
  readonly all: Sheet[] = []

  constructor(stock: NaiveStock) {
    this.#stock = stock
  }

  open({ sheet: name, refs, ...terms }: Of<'SheetOpened'>): void {
    if (this.all.some((known) => known.name === name)) throw new Refused('DuplicateSheet', { sheet: name })
    const sheet: Sheet = { name, state: 'open', changes: 1, terms, lines: [] }
    this.#put(sheet, refs)
    this.all.push(sheet)
  }

  add({ sheet: name, refs }: Of<'SheetLinesAdded'>): void {
    const sheet = this.#sheet(name)
    for (const ref of refs) this.#batch(ref)
    refuseUnlessOpen(sheet)
    this.#put(sheet, refs)
    sheet.changes++
  }

  count({ sheet: name, ref, qty }: Of<'SheetLineCounted'>, by: string | null): void {
    const sheet = this.#openSheet(name)
    const line = sheet.lines.find(({ batch }) => batch.ref === ref)
    if (!line) throw new Refused('NotOnSheet', { sheet: name, ref })
    const batch = this.now(line)
    if (!batch) throw new Refused('UnknownBatch', { ref })
    const last = line.counts.at(-1)
    const isSame = last !== undefined && last.by === by
    if (isSame && agreed(line, sheet) === null) throw new Refused('CountedBySame', { sheet: name, ref, by })
    if (isSame) line.counts.pop()
    line.counts.push({ by, difference: qty - batch.qty, expected: batch.qty })
    sheet.changes++
  }

  /** The differences that are to be applied, with what was put on the sheet. */
  toPost(name: string): { sheet: Sheet; lines: { line: Line; difference: number }[] } {
    const sheet = this.#openSheet(name)
    const lines = sheet.lines.flatMap((line) => {
      const difference = agreed(line, sheet)
      return difference === null ? [] : [{ line, difference }]
    })
    if (lines.length === 0) throw new Refused('NothingAgreed', { sheet: name })
    return { sheet, lines }
  }

  close(name: string): Turned {
    return this.turn(this.#openSheet(name), 'closed')
  }

  turn(sheet: Sheet, state: Sheet['state']): Turned {
    const before = sheet.state
    sheet.state = state
    return { sheet, before, after: state, changes: sheet.changes }
  }

  /** The batch as it stands; undefined: it is another one by now, or none. */
  now({ batch }: Line): Batch | undefined {
    return this.#stock.batches.find(({ created }) => created === batch.created)
  }

  #put(sheet: Sheet, refs: readonly string[]): void {
    for (const ref of refs) {
      const batch = this.#batch(ref)
      if (!sheet.lines.some((line) => line.batch.ref === ref)) sheet.lines.push({ batch: { ...batch }, counts: [] })
    }
  }

  #batch(ref: string): Batch {
    const batch = this.#stock.batch(ref)
    if (!batch) throw new Refused('UnknownBatch', { ref })
    return batch
  }

  #openSheet(name: string): Sheet {
    const sheet = this.#sheet(name)
    refuseUnlessOpen(sheet)
    return sheet
  }

  #sheet(name: string): Sheet {
    const sheet = this.all.find((known) => known.name === name)
    if (!sheet) throw new Refused('UnknownSheet', { sheet: name })
    return sheet
  }
}

function refuseUnlessOpen({ name, state }: Sheet): void {
  if (state !== 'open') throw new Refused('SheetNotOpen', { sheet: name, state })
}

/** null: another person is to count, or anybody. */
function agreed({ counts }: Line, { terms: { recountUnits, recountPercent } }: Sheet): number | null {
  const last = counts.at(-1)
  if (!last) return null
  const off = Math.abs(last.difference)
  const isTooMany = recountUnits !== null && off > recountUnits
  const isTooMuch = recountPercent !== null && off > (last.expected * recountPercent) / 100
  const isFine = counts.length === 1 ? !isTooMany && !isTooMuch : counts.some((one) => agree(one, last))
  return isFine ? last.difference : null
}

const agree = (one: Count, last: Count): boolean => one.by !== last.by && one.difference === last.difference
