import type { Event } from '../../../domain/events.ts'
import { decodeEvent } from '../history/storedEvent.ts'
import type { Prepare } from './page.ts'
import { historyFound } from './record.ts'

// History as far as a sequence. It is only ever added to, so it need not be read at once.

type Recorded = { readonly seq: number; readonly event: Event }

/** So many events are read at a time. */
const CHUNK = 500

/** The events of a SKU behind a sequence, in order, in chunks, between which others may use the connection. */
export function* eventsOf(prepare: Prepare, sku: string, upTo: number, behind = 0): Iterable<Event> {
  for (let from = behind + 1; ; ) {
    const chunk = eventsFrom(prepare, sku, from, upTo)
    for (const { event } of chunk) yield event
    if (chunk.length < CHUNK) return
    from = chunk.at(-1)!.seq + 1
  }
}

function eventsFrom(prepare: Prepare, sku: string, from: number, upTo: number): Recorded[] {
  const { branches, values } = historyFound({ sku, after: [upTo + 1], until: [from] })
  const found = prepare(
    `SELECT seq, event FROM (${branches.join(' UNION ALL ')} ORDER BY seq LIMIT ${CHUNK}) AS found
     CROSS JOIN history USING (seq) ORDER BY seq`,
  ).all(values) as { seq: number; event: string }[]
  return found.map(({ seq, event }) => ({ seq, event: decodeEvent(event) }))
}

/** The SKU of the batch that had the reference last; undefined: none had it yet. */
export function skuOfBatch(prepare: Prepare, batchRef: string, upTo: number): string | undefined {
  const { branches, values } = historyFound({ batchRef, after: [upTo + 1] })
  const found = prepare(`SELECT sku FROM history WHERE seq = (SELECT max(seq) FROM (${branches.join(' UNION ALL ')}))`)
  return (found.get(values) as { sku: string } | undefined)?.sku
}

/** The last sequence of the message that this one is of, or of the newest: nobody ever saw less of a message. */
export function endOfMessage(prepare: Prepare, seq: number): number {
  const found = prepare(
    `SELECT ifnull((SELECT seq FROM history WHERE seq > ? AND cause IS NULL ORDER BY seq LIMIT 1) - 1,
       (SELECT ifnull(max(seq), 0) FROM history)) AS last`,
  )
  return (found.get(seq) as { last: number }).last
}

/**
 * The last sequence that was there at the instant; 0: there was none. Times grow with the sequence, but where the clock was
 * set back, so that a few look-ups find it; what comes later than the instant does not change the answer.
 */
export function lastUntil(prepare: Prepare, instant: string): number {
  const time = prepare(
    `SELECT message.at FROM history AS entry JOIN history AS message ON message.seq = ifnull(entry.cause, entry.seq)
     WHERE entry.seq = ?`,
  )
  const wasThere = (seq: number): boolean => {
    const found = time.get(seq) as { at: number } | undefined
    return found !== undefined && found.at <= Date.parse(instant)
  }
  let seq = 0
  let step = 1
  while (wasThere(step)) step *= 2
  for (; step >= 1; step /= 2) if (wasThere(seq + step)) seq += step
  return seq
}
