import { escapeLike, type Filter, type Prepare } from './page.ts'

/** Each that is added leaves fewer lines, and takes as long as there are lines that have it. */
const MOST_TRIGRAMS = 3
const SAMPLE = 64

/**
 * The lines that may contain the text: those that have its rarest trigrams, and those that are not indexed yet. null: they
 * are more than `few`, or the index cannot be asked.
 */
export function linesThatMayContain(prepare: Prepare, search: string, few: number): Filter {
  const letters = [...search]
  const lines = letters.length === 2 ? withTwo(prepare, letters, few) : withTrigrams(prepare, letters, few)
  if (lines === null || lines.length === few) return null
  return {
    sql: 'lines.seq IN (SELECT value FROM json_each(@found) UNION ALL SELECT seq FROM recent_lines)',
    params: { found: JSON.stringify(lines) },
  }
}

const MATCHING = 'SELECT rowid AS seq FROM line_search WHERE line_search MATCH @trigrams'

/** Sequences, at most `few`; null: the index cannot tell. */
type Found = readonly number[] | null

function withTrigrams(prepare: Prepare, letters: readonly string[], few: number): Found {
  const trigrams = trigramsOf(prepare, letters)
  return trigrams === null ? null : seqs(prepare, `${MATCHING} LIMIT @few`, { trigrams, few })
}

/** The rarest trigrams of a text, as the index is asked for them. null: it has fewer than three letters. */
export function trigramsOf(prepare: Prepare, letters: readonly string[]): string | null {
  const trigrams = new Set(letters.slice(2).map((_, at) => quoted(letters.slice(at, at + 3).join(''))))
  return trigrams.size === 0 ? null : rarest(prepare, [...trigrams]).join(' AND ')
}

/** Two letters begin a trigram, unless they are the last two of what was indexed: of the SKU. */
function withTwo(prepare: Prepare, letters: readonly string[], few: number): Found {
  const trigrams = beginningWith(prepare, letters)
  if (trigrams === null) return null
  const atTheEnd = `SELECT seq FROM lines WHERE sku IN (SELECT sku FROM products WHERE sku LIKE @end ESCAPE '\\')`
  const found = seqs(prepare, `${atTheEnd} LIMIT @few`, { end: `%${escapeLike(letters.join(''))}`, few })
  if (found.length === few || trigrams.length === 0) return found
  const others = seqs(prepare, `${MATCHING} LIMIT @few`, { trigrams: trigrams.map(quoted).join(' OR '), few })
  return [...found, ...others].slice(0, few)
}

const seqs = (prepare: Prepare, sql: string, params: object): number[] =>
  (prepare(sql).all(params) as { seq: number }[]).map(({ seq }) => seq)

/** Two letters begin as many trigrams as there are letters that follow them: some dozens. */
const MOST_FOLLOWING = 500

/** The trigrams that begin with two letters, found by one step each in their order. */
function beginningWith(prepare: Prepare, letters: readonly string[]): readonly string[] | null {
  if (!letters.every(isIndexedAsLowerCase)) return null
  const first = letters.join('').toLowerCase()
  const last = first + String.fromCodePoint(0x10ffff)
  const step = 'SELECT term FROM line_trigrams WHERE term <= @last AND term >='
  const terms = prepare(
    `WITH RECURSIVE found (term) AS (
       SELECT (${step} @first LIMIT 1)
       UNION ALL SELECT (${step} found.term || char(1) LIMIT 1) FROM found WHERE term IS NOT NULL
     ) SELECT term FROM found WHERE term IS NOT NULL LIMIT ${MOST_FOLLOWING}`,
  ).all({ first, last }) as { term: string }[]
  return terms.length === MOST_FOLLOWING ? null : terms.map(({ term }) => term)
}

/** Letters of the index are in lower case, by SQLite's own tables; for these letters, they say what JavaScript says. */
const isIndexedAsLowerCase = (letter: string): boolean => {
  const lower = letter.toLowerCase()
  return letter < '\u0250'
    ? lower.length === 1 && letter.toUpperCase().toLowerCase() === lower
    : lower === letter && letter.toUpperCase() === letter
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
