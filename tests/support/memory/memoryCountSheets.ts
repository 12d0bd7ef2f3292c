import { CountSheet, type SheetTerms } from '../../../core/domain/countSheet.ts'
import type { Event } from '../../../core/domain/events.ts'
import type { SheetLine } from '../../../core/domain/sheetLine.ts'
import type { SheetState } from '../../../core/domain/vocabulary.ts'
import { ConcurrencyError, type CountSheetRepository } from '../../../core/ports/unitOfWork.ts'

export type StoredSheet = {
  readonly terms: SheetTerms
  readonly state: SheetState
  readonly version: number
  readonly changes: number
  readonly lines: readonly SheetLine[]
}

export class MemoryCountSheets implements CountSheetRepository {
  readonly #stored: Map<string, StoredSheet>
  /** `version`: the one that was loaded, null when it is not stored yet. */
  readonly #seen = new Map<string, { readonly sheet: CountSheet; readonly version: number | null }>()

  constructor(stored: Map<string, StoredSheet>) {
    this.#stored = stored
  }

  add(sheet: CountSheet): void {
    this.#seen.set(sheet.name, { sheet, version: null })
  }
  async get(name: string): Promise<CountSheet | null> {
    const known = this.#seen.get(name)
    if (known) return known.sheet
    const stored = this.#stored.get(name)
    if (!stored) return null
    const sheet = new CountSheet(stored.terms, stored)
    this.#seen.set(name, { sheet, version: stored.version })
    return sheet
  }
  takeEvents(): Event[] {
    return [...this.#seen.values()].flatMap(({ sheet }) => sheet.takeEvents())
  }

  /** @throws ConcurrencyError */
  guard(): void {
    for (const { sheet, version } of this.#changed)
      if ((this.#stored.get(sheet.name)?.version ?? null) !== version)
        throw new ConcurrencyError(`count sheet ${sheet.name} was changed`)
  }
  write(): void {
    for (const { sheet } of this.#changed) {
      const { terms, state, version, changes, lines } = sheet
      this.#stored.set(sheet.name, { terms, state, version, changes, lines: [...lines.values()] })
    }
  }

  get #changed() {
    return [...this.#seen.values()].filter(({ sheet, version }) => sheet.version !== (version ?? 0))
  }
}
