import type { LineState } from '../../../domain/vocabulary.ts'
import type { ArrivalDay, LinesByDays, Service, Today, ViewParams } from '../../../ports/views.ts'
import { shapes } from '../history/shapes.ts'
import { IN_WAREHOUSE, NO_DUE_DATE } from '../rows.ts'
import { atOnce, type Prepare } from './page.ts'
import { lastUntil } from './recordedEvents.ts'

type Params = ViewParams<'today'>

/** From counters and indexes: no row of a line is read. */
export const readToday = (prepare: Prepare, params: Params): Today =>
  atOnce(prepare, () => ({
    waiting: waiting(prepare),
    overdue: overdue(prepare, params),
    late: late(prepare),
    service: { day: service(prepare, params, 1), month: service(prepare, params, DAYS) },
    lost: lost(prepare, params),
    arrivals: arrivals(prepare, params),
    missed: prepare(`SELECT count(*) FROM batches WHERE eta > '${IN_WAREHOUSE}' AND eta < @day`)
      .pluck()
      .get(params) as number,
  }))

const DAYS = 30

function waiting(prepare: Prepare): Today['waiting'] {
  const counted = prepare(
    `SELECT count(*) AS skus, ifnull(sum(backordered_lines), 0) AS lines, ifnull(sum(backordered_units), 0) AS units
     FROM products WHERE backordered_lines > 0`,
  ).get() as Omit<Today['waiting'], 'due'>
  const due = prepare(
    `SELECT due FROM lines WHERE state = 'backordered' AND due < '${NO_DUE_DATE}' ORDER BY due LIMIT 1`,
  ).pluck()
  return { ...counted, due: (due.get() as string | undefined) ?? null }
}

const overdue = (prepare: Prepare, { day }: Params): LinesByDays => ({
  upTo3: dueBetween(prepare, OPEN, inDays(day, -3), inDays(day, -1)),
  upTo7: dueBetween(prepare, OPEN, inDays(day, -7), inDays(day, -4)),
  more: dueBetween(prepare, OPEN, '', inDays(day, -8)),
})

const late = (prepare: Prepare) =>
  prepare(
    `SELECT ifnull(sum(lines) FILTER (WHERE days <= 3), 0) AS upTo3,
       ifnull(sum(lines) FILTER (WHERE days BETWEEN 4 AND 7), 0) AS upTo7,
       ifnull(sum(lines) FILTER (WHERE days > 7), 0) AS more
     FROM (SELECT lines, julianday(eta) - julianday(due) AS days FROM late_days)`,
  ).get() as LinesByDays

/** Of so many days that end with the day. */
function service(prepare: Prepare, { day }: Params, days: number): Service {
  const since = inDays(day, 1 - days)
  const waiting = dueBetween(prepare, ['backordered'], since, day)
  const placed = dueBetween(prepare, ['allocated', 'dispatched'], since, day)
  const late = prepare('SELECT ifnull(sum(lines), 0) FROM late_days WHERE due BETWEEN ? AND ?').pluck()
  return { due: waiting + placed, inTime: placed - (late.get(since, day) as number) }
}

const OPEN = ['allocated', 'backordered'] as const

/** Lines that are due on one of the days, both included: counted in their index, some 20 million a second. */
const dueBetween = (prepare: Prepare, states: readonly LineState[], from: string, to: string): number =>
  states.reduce((sum, state) => {
    const counted = prepare('SELECT count(*) FROM lines WHERE state = ? AND due BETWEEN ? AND ?').pluck()
    return sum + (counted.get(state, from, to) as number)
  }, 0)

const inDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** An undo is itself no loss. */
const lost = (prepare: Prepare, { since }: Params) =>
  prepare(
    `SELECT details ->> 3 AS reason, sum((details ->> 1) - (details ->> 2)) AS units FROM history INDEXED BY history_losses
     WHERE shape = ${shapes.StockAdjusted.number} AND seq > @seq AND (details ->> 1) - (details ->> 2) > 0
       AND (SELECT shape FROM history AS message WHERE message.seq = history.cause) <> ${shapes.MessageUndone.number}
       AND cause NOT IN (SELECT message FROM undone)
     GROUP BY 1 ORDER BY units DESC, reason`,
  ).all({ seq: lastUntil(prepare, since) }) as Today['lost']

const arrivals = (prepare: Prepare, { day }: Params) =>
  prepare(
    `SELECT eta AS day, count(*) AS shipments, sum(qty) AS qty, sum(allocated) AS allocated FROM batches
     WHERE eta > '${IN_WAREHOUSE}' AND eta BETWEEN ? AND ? GROUP BY eta ORDER BY eta`,
  ).all(day, inDays(day, DAYS - 1)) as ArrivalDay[]
