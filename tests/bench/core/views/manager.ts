import type { ViewName } from '../../../../core/index.ts'
import { day } from '../../data/random.ts'
import { type Figure, figure } from '../../measure/figure.ts'
import { takeRounds } from '../../measure/rounds.ts'
import { timeOf } from './measurePages.ts'
import type { Opened } from './openViews.ts'

/** What the screens of a manager read. Of `narrow.sku`, which has more lines than any other, the balance. */
export async function manager({ warehouse, rounds, narrow: { sku } }: Opened): Promise<Figure[]> {
  const asked: [name: string, view: ViewName, params: object][] = [
    ['today', 'today', { day: day(100), since: `${day(70)}T00:00:00Z` }],
    ['who gave way', 'gaveWay', { day: day(100), month: `${day(70)}T00:00:00Z`, quarter: `${day(10)}T00:00:00Z` }],
    ['arrivals', 'arrivals', {}],
    ['shortages by due', 'shortages', {}],
    ['shortages by units', 'shortages', { sort: 'units' }],
    ['balance of a sku', 'balance', { sku }],
    ['lines late by days', 'lines', { late: true, daysLate: { from: 4, to: 7 }, sort: 'due' }],
    ['lines overdue by days', 'lines', { overdue: day(97), dueSince: day(93), sort: 'due' }],
  ]
  const figures: Figure[] = []
  for (const [name, view, params] of asked) {
    const read = () => warehouse.view(view, params as never)
    const { samples } = await takeRounds(rounds, null, { core: () => timeOf(read) })
    figures.push(figure(`manager: ${name}`, 'us', samples.core))
  }
  return figures
}
