import type { ToCount, ViewParams } from '../../../ports/views.ts'
import { decodeMessage, isOfType, shapesOf } from '../history/storedEvent.ts'
import { IN_WAREHOUSE } from '../rows.ts'
import { conditions, contains, equals, type Filter, type Prepare } from './page.ts'
import { lastUntil } from './recordedEvents.ts'

type Params = ViewParams<'toCount'>

/** A batch of which nothing is left in the warehouse is not worth a walk, unless somebody names it. */
const isHere: Filter = { sql: `eta = '${IN_WAREHOUSE}' AND qty > 0`, params: {} }

export function readToCount(prepare: Prepare, params: Params): ToCount {
  const { sku, search, refs, notCountedSince, troubledSince, sort, limit } = params
  const filters = [
    refs ? among('refs', refs) : isHere,
    equals('sku', 'sku', sku),
    contains(['ref', 'sku'], search),
    notCountedSince === undefined ? null : among('counted', countedSince(prepare, notCountedSince), 'NOT IN'),
    troubledSince === undefined ? null : among('troubled', troubled(prepare, troubledSince)),
  ]
  const { where, params: values } = conditions(filters)
  const order = sort === 'quantity' ? 'qty DESC, sku, created' : 'sku, created'
  const found = prepare(`SELECT ref, sku FROM batches ${where} ORDER BY ${order} LIMIT @limit`).all({
    ...values,
    limit: limit + 1,
  }) as { ref: string; sku: string }[]
  return { batches: found.slice(0, limit), more: found.length > limit }
}

const among = (name: string, refs: readonly string[], relation = 'IN'): Filter => ({
  sql: `ref ${relation} (SELECT value FROM json_each(@${name}))`,
  params: { [name]: JSON.stringify(refs) },
})

const countedSince = (prepare: Prepare, instant: string): string[] =>
  since(prepare, instant, 'StockCounted', 'SheetLineCounted').map(({ ref }) => ref)

/** Damaged or set aside; or counted and found fewer, on its own or on a sheet. */
function troubled(prepare: Prepare, instant: string): string[] {
  const alone = since(prepare, instant, 'StockDamaged', 'StockSetAside', 'StockCounted').filter(({ event }) => {
    const message = decodeMessage(event)
    return message.type !== 'StockCounted' || message.qty < message.expected
  })
  const posted = since(prepare, instant, 'SheetPosted').flatMap(({ event }) => {
    const message = decodeMessage(event)
    return message.type === 'SheetPosted' ? [message.sheet] : []
  })
  const short = prepare(
    `SELECT ref FROM sheets JOIN sheet_lines ON sheet = seq
     WHERE name IN (SELECT value FROM json_each(?)) AND posted < 0`,
  ).all(JSON.stringify(posted)) as { ref: string }[]
  return [...alone, ...short].map(({ ref }) => ref)
}

type Types = Parameters<typeof isOfType>

/** The messages of these types since then that are in effect: history has each kind of message as a word of its index. */
function since(prepare: Prepare, instant: string, ...types: Types): { ref: string; event: string }[] {
  const kinds = shapesOf(...types).map((shape) => `kind${shape}`)
  return prepare(
    `SELECT batch_ref AS ref, event FROM (
       SELECT seq FROM recent_history WHERE cause IS NULL AND ${isOfType(...types)} AND seq > @from
       UNION ALL SELECT rowid FROM history_search WHERE history_search MATCH @match AND rowid > @from
     ) CROSS JOIN history USING (seq) WHERE seq NOT IN (SELECT message FROM undone)`,
  ).all({ match: kinds.join(' OR '), from: lastUntil(prepare, instant) }) as { ref: string; event: string }[]
}
