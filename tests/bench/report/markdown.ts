import { readFileSync, writeFileSync } from 'node:fs'
import { figureCells, figureHeader, goalCells, goalHeader, machineText } from './cells.ts'
import type { Report } from './report.ts'

const BEGIN = '<!-- npm run bench -- --markdown writes from here -->'
const END = '<!-- to here -->'

/** @throws Error when the document does not say where the tables stand */
export function renewTables(document: string, report: Report): void {
  const text = readFileSync(document, 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin === -1 || end < begin) throw new Error(`${document} has no lines ${BEGIN} and ${END}`)
  writeFileSync(document, `${text.slice(0, begin + BEGIN.length)}\n\n${markdown(report)}\n\n${text.slice(end)}`)
}

const markdown = ({ machine, quick, figures, goals }: Report): string =>
  [
    `${machineText(machine)}.${quick ? ' Quick: smaller sizes than the goals are meant for.' : ''}`,
    '### Goals',
    table([goalHeader, ...goals.map(goalCells)]),
    ...goals.flatMap(({ name, misses }) =>
      misses.length > 1 ? [`${name} is missed by:\n\n${misses.map((miss) => `- ${miss}`).join('\n')}`] : [],
    ),
    '### Figures',
    table([figureHeader, ...figures.map(figureCells)]),
  ].join('\n\n')

function table([header = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
