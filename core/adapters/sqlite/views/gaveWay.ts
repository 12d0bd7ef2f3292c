import type { GaveWay, GaveWayRow, ViewParams } from '../../../ports/views.ts'
import { instantOf, NEVER } from '../rows.ts'
import { atOnce, type Prepare } from './page.ts'
import { lastUntil } from './recordedEvents.ts'

type Params = ViewParams<'gaveWay'>
type Counts<P extends string> = { [K in `${P}Times` | `${P}Units` | `${P}Days`]: number }
type Stored = { name: string; isCustomer: 0 | 1; oldest: number } & Counts<'month'> & Counts<'quarter'>

/** What bounds the time that it takes: of more, the newest count. */
const MOST = 10_000

/** A line that came to wait had a place again when it was filled, unless that was taken back; one that was cancelled meanwhile lost nothing from then on. */
const FILLED = `(SELECT date(filled.at / 1000, 'unixepoch') FROM notices AS later JOIN history AS filled ON filled.seq = later.message
  WHERE later.order_id = notices.order_id AND later.sku = notices.sku AND later.line = notices.line
    AND later.seq > notices.seq AND later.kind = 'filled'
    AND later.message NOT IN (SELECT message FROM undone) ORDER BY later.seq LIMIT 1)`

const LOST = `SELECT ifnull(customer, notices.order_id) AS name, customer IS NOT NULL AS isCustomer, notices.message, notices.qty,
    message.at, date(message.at / 1000, 'unixepoch') AS lost, from_eta, CASE
      WHEN to_eta <> '${NEVER}' THEN to_eta
      ELSE ifnull(${FILLED}, iif(state = 'backordered', @day, '')) END AS until
  FROM (SELECT * FROM gave_way WHERE notice > @first ORDER BY notice DESC LIMIT ${MOST})
  CROSS JOIN notices ON notices.seq = notice
  CROSS JOIN history AS message ON message.seq = notices.message
  LEFT JOIN lines ON lines.order_id = notices.order_id AND lines.sku = notices.sku AND lines.line = notices.line
  WHERE notices.message NOT IN (SELECT message FROM undone)`

/** Reads a few rows for each line that lost its place in the period. */
export const readGaveWay = (prepare: Prepare, params: Params): GaveWay =>
  atOnce(prepare, () => {
    const first = prepare(
      'SELECT ifnull((SELECT seq FROM notices WHERE message <= ? ORDER BY message DESC, seq DESC LIMIT 1), 0)',
    )
    const since = lastUntil(prepare, params.quarter)
    const values = { day: params.day, month: lastUntil(prepare, params.month), first: first.pluck().get(since) }
    const counted = prepare(`SELECT count(*) FROM (SELECT 1 FROM gave_way WHERE notice > @first LIMIT ${MOST} + 1)`)
    const isCut = (counted.pluck().get(values) as number) > MOST
    const found = prepare(
      `SELECT name, isCustomer, min(at) AS oldest,
         count(*) FILTER (WHERE message > @month) AS monthTimes,
         ifnull(sum(qty) FILTER (WHERE message > @month), 0) AS monthUnits,
         ifnull(sum(days) FILTER (WHERE message > @month), 0) AS monthDays,
         count(*) AS quarterTimes, sum(qty) AS quarterUnits, sum(days) AS quarterDays
       FROM (SELECT *, max(0, CAST(julianday(max(until, lost)) - julianday(max(from_eta, lost)) AS INTEGER)) AS days FROM (${LOST}))
       GROUP BY name, isCustomer ORDER BY quarterDays DESC, quarterUnits DESC, name`,
    ).all(values) as Stored[]
    return {
      rows: found.slice(0, params.limit).map(toRow),
      more: Math.max(0, found.length - params.limit),
      since: isCut ? instantOf(Math.min(...found.map(({ oldest }) => oldest))) : null,
    }
  })

const toRow = ({ name, isCustomer, ...counts }: Stored): GaveWayRow => ({
  customer: isCustomer === 1 ? name : null,
  orderId: isCustomer === 1 ? null : name,
  month: { times: counts.monthTimes, units: counts.monthUnits, days: counts.monthDays },
  quarter: { times: counts.quarterTimes, units: counts.quarterUnits, days: counts.quarterDays },
})
