type Layout = {
  /** Pixels that the text may take. */
  readonly room: number
  /** Letters at the end that are cut last. */
  readonly kept: number
  /** Of the whole text, in pixels. */
  readonly width: number
  /** Where a letter begins, in pixels from the beginning of the text. */
  readonly startOf: (letter: number) => number
  /** The width of an ellipsis, in pixels. */
  readonly ellipsis: number
}

/**
 * The text with an ellipsis before its last letters, and before that as many as fit; in very little room with an ellipsis and as
 * many of the last letters as fit. A text that was cut always has its ellipsis.
 */
export function cutBeforeEnd(letters: readonly string[], { room, kept, width, startOf, ellipsis }: Layout): string {
  const end = letters.length - kept
  const free = room - ellipsis - (width - startOf(end))
  if (free < 0) {
    const fits = (from: number) => width - startOf(from) <= room - ellipsis
    return `…${letters.slice(first(end, letters.length, fits)).join('')}`
  }
  const tooMany = first(0, end, (count) => startOf(count + 1) > free)
  return [...letters.slice(0, tooMany), '…', ...letters.slice(end)].join('')
}

/** The first number from `low` of which the condition holds, as of all that follow; `high` when of none. */
function first(low: number, high: number, holds: (at: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
