import type { ArrivalDay, LinesByDays, Service, Today, ViewParams } from '../../../ports/views.ts'
import { shapes } from '../history/shapes.ts'
import { IN_WAREHOUSE, NO_DUE_DATE } from '../rows.ts'
import { atOnce, type Prepare } from './page.ts'
import { lastUntil } from './recordedEvents.ts'

type Params = ViewParams<'today'>

/** From counters and indexes: no line is read. */
export const readToday = (prepare: Prepare, params: Params): Today =>
  atOnce(prepare, () => ({
    newest: prepare('SELECT ifnull(max(seq), 0) FROM history').pluck().get() as number,
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

/** @param days an SQL expression: how many days a row of `due_days` is counted under */
const byDays = (days: string): string =>
  `ifnull(sum(lines) FILTER (WHERE ${days} <= 3), 0) AS upTo3,
   ifnull(sum(lines) FILTER (WHERE ${days} BETWEEN 4 AND 7), 0) AS upTo7,
   ifnull(sum(lines) FILTER (WHERE ${days} > 7), 0) AS more`

const overdue = (prepare: Prepare, params: Params) =>
  prepare(
    `SELECT ${byDays('julianday(@day) - julianday(due)')} FROM due_days
     WHERE due < @day AND state IN ('allocated', 'backordered')`,
  ).get(params) as LinesByDays

const late = (prepare: Prepare) =>
  prepare(
    `SELECT ${byDays('julianday(eta) - julianday(due)')} FROM due_days WHERE state = 'allocated' AND eta > due`,
  ).get() as LinesByDays

/** Of so many days that end with the day. */
const service = (prepare: Prepare, { day }: Params, days: number) =>
  prepare(
    `SELECT ifnull(sum(lines), 0) AS due,
       ifnull(sum(lines) FILTER (WHERE state = 'dispatched' OR (state = 'allocated' AND eta <= due)), 0) AS inTime
     FROM due_days WHERE due > date(@day, -@days || ' days') AND due <= @day`,
  ).get({ day, days }) as Service

/** An undo, which is itself no loss, says `undone`. */
const lost = (prepare: Prepare, { since }: Params) =>
  prepare(
    `SELECT details ->> 3 AS reason, sum((details ->> 1) - (details ->> 2)) AS units FROM history INDEXED BY history_losses
     WHERE shape = ${shapes.StockAdjusted.number} AND seq > @seq AND (details ->> 1) - (details ->> 2) > 0
       AND details ->> 3 <> 'undone' AND cause NOT IN (SELECT message FROM undone)
     GROUP BY 1 ORDER BY units DESC, reason`,
  ).all({ seq: lastUntil(prepare, since) }) as Today['lost']

const arrivals = (prepare: Prepare, { day }: Params) =>
  prepare(
    `SELECT eta AS day, count(*) AS shipments, sum(qty) AS qty, sum(allocated) AS allocated FROM batches
     WHERE eta > '${IN_WAREHOUSE}' AND eta BETWEEN @day AND date(@day, '+${DAYS - 1} days') GROUP BY eta ORDER BY eta`,
  ).all({ day }) as ArrivalDay[]
