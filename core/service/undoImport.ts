import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { DomainError } from '../domain/domainError.ts'
import { SliceSize } from '../lib/sliceSize.ts'
import { uuidOf } from '../lib/uuidOf.ts'
import type { Outcome } from '../ports/unitOfWork.ts'
import type { ToldEvent, ViewQuery } from '../ports/views.ts'
import type { Answer, Entry, Warehouse } from './warehouse.ts'

export type ImportUndoOptions = {
  /** The id that history knows the undo by; one is made when none is given. */
  readonly id?: string | undefined
  /** The operator. */
  readonly by?: string | undefined
  /** Stops before the next slice; what was taken back until then stays so, and undoing again goes on. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined
}

/** What taking an import back came to, or would come to. */
export type ImportUndo = {
  /** Rows of the import that are in effect, before. */
  readonly total: number
  readonly undone: number
  /** Of the rows that cannot be taken back, the first. `seq`: in history. */
  readonly refused: readonly { readonly seq: number; readonly event: ToldEvent; readonly refusal: DomainError }[]
  /** What became of lines that the rows had not ordered: the notices of all rows, in order. */
  readonly notices: Outcome['notices']
  readonly cancelled: boolean
}

/** Of refused rows and notices; more would tell nothing new. */
const SHOWN = 1_000
const PAGE = 1_000

type Part = { readonly seq: number; readonly event: ToldEvent }

/**
 * Takes back every row of an import that is in effect, the last one first, in slices of one commit each. A row that cannot be
 * taken back, such as a line that was dispatched, stays, and is reported.
 * @param seq of the import in history
 * @throws DomainError UnknownMessage, NotUndoable when it is no import
 */
export async function undoImport(
  warehouse: Warehouse,
  seq: number,
  options: ImportUndoOptions = {},
): Promise<ImportUndo> {
  const { id = randomUUID(), by, signal, onProgress } = options
  const parts = await partsOf(warehouse, seq)
  await warehouse.handle({ type: 'ImportUndone', undoes: seq }, { id, by })
  const tally = new UndoTally(parts.length)
  const slice = new SliceSize(25, 1_000)
  for (let next = 0; next < parts.length && !signal?.aborted; ) {
    const taken = parts.slice(next, next + slice.steps)
    const since = performance.now()
    const entries = taken.map((part) => ({ ...undoing(part), id: uuidOf(`${id}/${part.seq}`) }))
    tally.add(taken, await warehouse.handleAll(entries, { by, partOf: id, skipRefused: true }))
    slice.took(performance.now() - since, taken.length)
    next += taken.length
    onProgress?.({ done: next, total: parts.length })
    await setImmediate()
  }
  return tally.report(signal?.aborted ?? false)
}

/** What `undoImport` would come to now; nothing is written. */
export async function previewUndoImport(warehouse: Warehouse, seq: number): Promise<ImportUndo> {
  const parts = await partsOf(warehouse, seq)
  const [start, ...answers] = await warehouse.previewAll(
    [{ message: { type: 'ImportUndone', undoes: seq } }, ...parts.map(undoing)],
    { skipRefused: true },
  )
  if (start?.refusal) throw start.refusal
  const tally = new UndoTally(parts.length)
  tally.add(parts, answers)
  return tally.report(false)
}

const undoing = ({ seq }: Part): Entry => ({ message: { type: 'MessageUndone', undoes: seq } })

/** The rows that are in effect, newest first. */
async function partsOf(warehouse: Warehouse, seq: number): Promise<Part[]> {
  const parts: Part[] = []
  const query: ViewQuery<'history'> = { partOf: seq, messages: true, limit: PAGE }
  for (let page = await warehouse.view('history', query); ; ) {
    for (const { seq, event, undone } of page.rows) if (!undone) parts.push({ seq, event })
    if (!page.next) return parts
    page = await warehouse.view('history', { ...query, after: page.next })
  }
}

class UndoTally {
  readonly #total: number
  #undone = 0
  readonly #refused: ImportUndo['refused'][number][] = []
  readonly #notices: Outcome['notices'][number][] = []

  constructor(total: number) {
    this.#total = total
  }

  add(parts: readonly Part[], answers: readonly Answer[]): void {
    for (const [index, { outcome, refusal }] of answers.entries()) {
      if (outcome) {
        this.#undone++
        this.#notices.push(...outcome.notices.slice(0, SHOWN - this.#notices.length))
      } else if (this.#refused.length < SHOWN) this.#refused.push({ ...parts[index]!, refusal: refusal! })
    }
  }

  report(cancelled: boolean): ImportUndo {
    return { total: this.#total, undone: this.#undone, refused: this.#refused, notices: this.#notices, cancelled }
  }
}
