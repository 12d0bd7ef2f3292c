// Files of orders of which no row can go in, so that reading and rejecting them is all that an import costs.

const HEADER = 'order,sku,qty'
const file = (header: string, rows: number, row: (index: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_, index) => row(index))].join('\n')

/** Every other row has no number for a quantity, or a cell too many. */
export const brokenRows = (rows: number): string =>
  file(HEADER, rows, (index) => `SO-${index},CHAIR,${index % 2 === 0 ? 'ten' : '1,000'}`)

export const strayQuotes = (rows: number): string => file(HEADER, rows, (index) => `"SO-${index},CHAIR,1`)

export const wideRows = (columns: number): string => {
  const notes = Array.from({ length: columns - 3 }, (_, index) => `note ${index}`)
  return file([HEADER, ...notes].join(), 500, (index) => [`SO-${index},CHAIR,ten`, ...notes.map(() => 'none')].join())
}

/** Marks that normalisation sorts, after every letter of one cell: the other way round than it wants them. */
export const combiningMarks = (marks: number): string =>
  file(HEADER, 100, (index) => `SO-${index}-a${'\u0301\u0323'.repeat(marks / 2)},CHAIR,1`)
