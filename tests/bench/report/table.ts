import { figureCells, figureHeader, goalCells, goalHeader, machineText } from './cells.ts'
import type { Report } from './report.ts'

/** For a terminal. */
export const tableText = ({ machine, quick, figures, goals }: Report): string =>
  [
    machineText(machine),
    ...(quick ? ['quick: smaller sizes than the goals are meant for'] : []),
    table([figureHeader, ...figures.map(figureCells)]),
    table([goalHeader, ...goals.map(goalCells)]),
    ...goals.flatMap(({ name, misses }) => (misses.length > 1 ? [[name, ...misses].join('\n  missed by ')] : [])),
  ].join('\n\n')

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0], '-'.repeat(Math.max(...lines.map((line) => line.length))), ...lines.slice(1)].join('\n')
}
