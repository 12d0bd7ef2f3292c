import { setImmediate } from 'node:timers/promises'
import { DomainError } from '../domain/domainError.ts'
import { SliceSize } from '../lib/sliceSize.ts'
import { uuidOf } from '../lib/uuidOf.ts'
import type { Answer, Warehouse } from '../service/warehouse.ts'
import { CsvError, type RowRefusal } from './csvError.ts'
import type { RowOutcome } from './importTally.ts'
import type { CsvRecord } from './recordParser.ts'
import type { RowMessage } from './rowReader.ts'

/** Milliseconds that one slice of rows should take, so that nothing else in the process waits for long. */
const SLICE = 25
const MOST_ROWS = 1_000

type Row = { readonly record: CsvRecord; readonly read: RowMessage | RowRefusal }

export type RowImporterOptions = {
  /** The id that the import itself is handled under. */
  readonly id: string
  /** The name of the file, for history. */
  readonly file: string
  /** The operator. */
  readonly by?: string | undefined
  /** Called with each row once it is known what came of it, in the order of the file. */
  readonly onOutcome: (record: CsvRecord, outcome: RowOutcome) => void
}

/**
 * Has the warehouse handle rows, in slices of one commit each. The size of a slice follows the clock. A row that is refused
 * does not keep the others out. History gets an entry for the import with the first row that changes something.
 */
export class RowImporter {
  readonly #warehouse: Warehouse
  readonly #options: RowImporterOptions
  readonly #slice = new SliceSize(SLICE, MOST_ROWS)
  #rows: Row[] = []
  #isStarted = false

  constructor(warehouse: Warehouse, options: RowImporterOptions) {
    this.#warehouse = warehouse
    this.#options = options
  }

  /** @param read may throw a CsvError or a DomainError, which refuses the row */
  async add(record: CsvRecord, read: () => RowMessage): Promise<void> {
    this.#rows.push({ record, read: messageOf(read) })
    if (this.#rows.length >= this.#slice.steps) await this.flush()
  }

  /** Has the rows handled that were added since the last slice. */
  async flush(): Promise<void> {
    const rows = this.#rows
    this.#rows = []
    const since = performance.now()
    const outcomes = await this.#import(rows.map(({ read }) => read).filter(isMessage))
    for (const { record, read } of rows) this.#options.onOutcome(record, isMessage(read) ? outcomes.shift()! : read)
    this.#slice.took(performance.now() - since, rows.length)
    await setImmediate()
  }

  async #import(messages: readonly RowMessage[]): Promise<RowOutcome[]> {
    if (messages.length === 0) return []
    const { id, file, by } = this.#options
    const options = { by, partOf: id, skipRefused: true }
    let entries: readonly RowMessage[] = messages
    if (!this.#isStarted) {
      const expected = await this.#warehouse.previewAll(entries, options)
      if (!expected.some(changesSomething)) return expected.map(outcomeOf)
      const start = { id, message: { type: 'ImportStarted', file } } as const
      await this.#warehouse.handleAll([start], { by })
      this.#isStarted = true
    }
    const answers = [...(await this.#warehouse.handleAll(entries, options))]
    // Rows that went in before, and were taken back since, go in again under another id.
    entries = entries.map((entry) => ({ ...entry, id: uuidOf(`${entry.id} ${id}`) }))
    const undone = entries.filter((_, index) => wasUndone(answers[index]!))
    const again = undone.length > 0 ? [...(await this.#warehouse.handleAll(undone, options))] : []
    return answers.map((answer) => outcomeOf(wasUndone(answer) ? again.shift()! : answer))
  }
}

function messageOf(read: () => RowMessage): RowMessage | RowRefusal {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof CsvError)) throw error
    return refusalOf(error)
  }
}

const isMessage = (read: RowMessage | RowRefusal): read is RowMessage => 'id' in read

const wasUndone = (answer: Answer): boolean => answer.refusal === null && !answer.isNew && answer.undone
const changesSomething = (answer: Answer): boolean =>
  answer.refusal === null && (answer.isNew ? answer.outcome.events.length > 0 : answer.undone)

function outcomeOf(answer: Answer): RowOutcome {
  if (answer.refusal === null) return answer.isNew && answer.outcome.events.length > 0 ? 'imported' : 'unchanged'
  return refusalOf(isIdTaken(answer.refusal) ? new CsvError('IdTaken', {}) : answer.refusal)
}

const refusalOf = ({ code, details, message }: DomainError | CsvError): RowRefusal =>
  ({ code, details, message }) as RowRefusal

/** The person gave no id: to be told that it is taken would tell them nothing. */
const isIdTaken = (error: DomainError): boolean =>
  error.code === 'InvalidMessage' &&
  (error as DomainError<'InvalidMessage'>).details.problems.some(({ problem }) => problem === 'alreadyUsed')
