import { isLate, type OrderLine } from '../../domain/orderLine.ts'
import type { ProductStatements } from './productStatements.ts'

type Day = { readonly due: string; readonly eta: string; lines: number }

/** What a commit changes of how many lines are late, added up before it is written. */
export class LateDays {
  readonly #changes = new Map<string, Day>()

  /** @param eta of the batch that the line is in; null: in the warehouse, or it is in none */
  add({ dueDate, state }: OrderLine, eta: string | null, lines: 1 | -1): void {
    if (state !== 'allocated' || !isLate(dueDate, eta)) return
    const day = { due: dueDate!, eta: eta!, lines }
    const known = this.#changes.get(day.due + day.eta)
    if (known) known.lines += lines
    else this.#changes.set(day.due + day.eta, day)
  }

  write({ addToLateDay }: ProductStatements): void {
    for (const day of this.#changes.values()) if (day.lines !== 0) addToLateDay.run(day)
  }
}
