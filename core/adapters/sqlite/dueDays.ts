import type { OrderLine } from '../../domain/orderLine.ts'
import type { ProductStatements } from './productStatements.ts'
import { IN_WAREHOUSE } from './rows.ts'

type Day = { readonly due: string; readonly state: OrderLine['state']; readonly eta: string; lines: number }

/** What a commit changes of how many lines are due on each day, added up before it is written. */
export class DueDays {
  readonly #changes = new Map<string, Day>()

  /** @param eta of the batch that the line is in; null: in the warehouse, or it is in none */
  add({ dueDate, state }: OrderLine, eta: string | null, lines: 1 | -1): void {
    if (dueDate === null || state === 'cancelled') return
    const arrival = (state === 'allocated' && eta) || IN_WAREHOUSE
    const key = `${dueDate} ${state} ${arrival}`
    const known = this.#changes.get(key)
    if (known) known.lines += lines
    else this.#changes.set(key, { due: dueDate, state, eta: arrival, lines })
  }

  write({ addToDueDay }: ProductStatements): void {
    for (const day of this.#changes.values()) if (day.lines !== 0) addToDueDay.run(day)
  }
}
