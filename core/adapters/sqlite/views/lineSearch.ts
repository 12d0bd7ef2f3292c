import type { Filter, Prepare } from './page.ts'

/** Each that is added leaves fewer lines, and takes as long as there are lines that have it. */
const MOST_TRIGRAMS = 3
const SAMPLE = 64

/**
 * The lines that may contain the text: those that have its rarest trigrams, and those that are not indexed yet. null: they
 * are more than `few`, or the text has fewer than the three letters that the index begins with.
 */
export function linesThatMayContain(prepare: Prepare, search: string, few: number): Filter {
  const letters = [...search]
  const trigrams = new Set(letters.slice(2).map((_, at) => quoted(letters.slice(at, at + 3).join(''))))
  if (trigrams.size === 0) return null
  const found = prepare('SELECT rowid AS seq FROM line_search WHERE line_search MATCH @trigrams LIMIT @few')
  const lines = found.all({ trigrams: rarest(prepare, [...trigrams]).join(' AND '), few }) as { seq: number }[]
  if (lines.length === few) return null
  return {
    sql: 'lines.seq IN (SELECT value FROM json_each(@found) UNION ALL SELECT seq FROM recent_lines)',
    params: { found: JSON.stringify(lines.map(({ seq }) => seq)) },
  }
}

function rarest(prepare: Prepare, trigrams: readonly string[]): readonly string[] {
  if (trigrams.length <= MOST_TRIGRAMS) return trigrams
  const byRarity = trigrams.map((trigram) => ({ trigram, since: sinceWhen(prepare, trigram) }))
  byRarity.sort((a, b) => a.since - b.since)
  return byRarity.slice(0, MOST_TRIGRAMS).map(({ trigram }) => trigram)
}

const quoted = (trigram: string) => `"${trigram.replaceAll('"', '""')}"`

/** The sequence of the oldest of the newest lines that have the trigram: the rarer it is, the longer ago. */
function sinceWhen(prepare: Prepare, trigram: string): number {
  const newest = `SELECT rowid FROM line_search WHERE line_search MATCH @trigram ORDER BY rowid DESC LIMIT ${SAMPLE}`
  const sampled = prepare(`SELECT count(*) AS count, min(rowid) AS oldest FROM (${newest})`).get({ trigram })
  const { count, oldest } = sampled as { count: number; oldest: number }
  return count < SAMPLE ? 0 : oldest
}
