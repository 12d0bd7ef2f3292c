const MOST_LENGTH = 200

/**
 * The references of a text that was pasted, or of a CSV file: the first cell of each line, each once. A heading is a reference that
 * no batch has, and is said to be one.
 */
export function referencesIn(text: string): string[] {
  const cells = text.split(/\r\n|\r|\n/).map((line) =>
    firstCell(line.replace(/^\ufeff/, ''))
      .normalize()
      .trim(),
  )
  return [...new Set(cells.filter((cell) => cell !== '' && cell.length <= MOST_LENGTH))]
}

function firstCell(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line)
  return quoted ? quoted[1]!.replaceAll('""', '"') : (line.split(/[,;\t]/)[0] ?? '')
}
