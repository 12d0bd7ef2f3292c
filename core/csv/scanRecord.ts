/**
 * What a record can be at most; a longer one has a stray quote. About twice what one cell of a spreadsheet can hold, which
 * is 32,767 characters and 253 line breaks:
 * https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
 */
export const LONGEST_RECORD = { characters: 64 * 1024, lines: 512 }

/** A record as it is written in a text. */
export type ScannedRecord = {
  readonly cells: readonly string[]
  /** The index behind the record and its line break. */
  readonly end: number
  /** Its line break was found; false: the text ends before it. */
  readonly ended: boolean
}

/** There is no record, since its quotes are wrong; `ended` is false when more text may make them right. */
export type StrayQuote = { readonly strayQuote: true; readonly ended: boolean }

type Cell = { readonly value: string; readonly end: number }

const NOT_CLOSED: StrayQuote = { strayQuote: true, ended: false }
const NOT_DOUBLED: StrayQuote = { strayQuote: true, ended: true }
const TOO_LONG: StrayQuote = { strayQuote: true, ended: true }

/**
 * The record that begins at `start`, as RFC 4180 has it, with line feeds for line breaks. Beyond that, and as spreadsheets
 * do, blanks may follow a closing quote, and a quote within a cell that does not begin with one stands for itself.
 *
 * Stops at the first quote that is wrong, so that a wrong record costs no more than the text up to the next quote.
 */
export function scanRecord(text: string, start: number, delimiter: string): ScannedRecord | StrayQuote {
  const lineFeed = text.indexOf('\n', start)
  const line = text.slice(start, lineFeed === -1 ? text.length : lineFeed)
  if (line.includes('"')) return scanQuotedRecord(text, start, delimiter)
  const end = start + line.length
  if (line.length > LONGEST_RECORD.characters) return TOO_LONG
  return { cells: line.split(delimiter), end: Math.min(end + 1, text.length), ended: lineFeed !== -1 }
}

function scanQuotedRecord(text: string, start: number, delimiter: string): ScannedRecord | StrayQuote {
  const cells: string[] = []
  let lineFeeds = 0
  for (let at = start; ; at++) {
    const isQuoted = text[at] === '"'
    const cell = isQuoted ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter)
    if ('strayQuote' in cell) return cell
    if (isQuoted) lineFeeds += countLineFeeds(text, at, cell.end)
    at = cell.end
    if (at - start > LONGEST_RECORD.characters || lineFeeds > LONGEST_RECORD.lines) return TOO_LONG
    cells.push(cell.value)
    if (text[at] !== delimiter) return { cells, end: Math.min(at + 1, text.length), ended: at < text.length }
  }
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  return { value: text.slice(start, end), end }
}

function quotedCell(text: string, start: number, delimiter: string): Cell | StrayQuote {
  const quote = closingQuote(text, start)
  if (quote === -1) return NOT_CLOSED
  const value = text.slice(start + 1, quote).replaceAll('""', '"')
  let end = quote + 1
  while (text[end] !== delimiter && (text[end] === ' ' || text[end] === '\t')) end++
  const isClosed = end === text.length || text[end] === delimiter || text[end] === '\n'
  return isClosed ? { value, end } : NOT_DOUBLED
}

/** The next quote that is not doubled; -1: none. */
function closingQuote(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  return quote
}

/** How many line feeds there are from `start` up to `end`. */
export function countLineFeeds(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
