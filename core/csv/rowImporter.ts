import { DomainError, type Refusal } from '../domain/domainError.ts'
import type { Warehouse } from '../service/warehouse.ts'
import { CsvError, type RowRefusal } from './csvError.ts'
import type { RowOutcome } from './importTally.ts'
import type { RowMessage } from './rowReader.ts'

/**
 * Has the warehouse handle rows, and tells which of them changed nothing. One whose id was handled before is known by
 * the warehouse writing nothing: to ask it for every row beforehand takes an eighth of the time of an import.
 */
export class RowImporter {
  readonly #warehouse: Warehouse
  readonly #by: string | undefined
  readonly #written = new Set<string | null>()
  readonly #unsubscribe: () => void

  constructor(warehouse: Warehouse, by: string | undefined) {
    this.#warehouse = warehouse
    this.#by = by
    this.#unsubscribe = warehouse.subscribe(({ envelope }) => this.#written.add(envelope.id))
  }

  /** @param read may throw a CsvError or a DomainError, which refuses the row */
  async import(read: () => RowMessage): Promise<RowOutcome> {
    this.#written.clear()
    try {
      const { id, message } = read()
      const { events } = await this.#warehouse.handle(message, { id, by: this.#by })
      return this.#written.has(id) && events.length > 0 ? 'imported' : 'unchanged'
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof CsvError)) throw error
      const refusal = { code: error.code, details: error.details, message: error.message } as RowRefusal
      return isHandledBefore(refusal) ? 'unchanged' : refusal
    }
  }

  close(): void {
    this.#unsubscribe()
  }
}

/** The id follows from the row: it was used for this row, by a version of the core that wrote the message otherwise. */
const isHandledBefore = ({ code, details }: Pick<RowRefusal, 'code' | 'details'>): boolean =>
  code === 'InvalidMessage' &&
  (details as Extract<Refusal, { code: typeof code }>['details']).problems.some(
    ({ problem }) => problem === 'alreadyUsed',
  )
