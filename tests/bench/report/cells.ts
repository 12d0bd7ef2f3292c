import type { JudgedGoal } from '../goals.ts'
import type { Machine } from '../machine.ts'
import type { Figure, Spread } from '../measure/figure.ts'

// The tables, as rows of texts: the terminal and the document show the same.

export const figureHeader = ['figure', 'unit', 'core', 'bound', 'core / bound', 'fdatasync, us']

export const figureCells = ({ name, unit, core, bound, ratio, fdatasync }: Figure): string[] => [
  name,
  unit,
  spreadCell(core),
  bound ? spreadCell(bound) : '',
  ratio ? spreadCell(ratio) : '',
  fdatasync === null ? '' : number(fdatasync),
]

export const goalHeader = ['goal', 'limit', 'value', '']

export const goalCells = ({ name, goal, value, met, misses }: JudgedGoal): string[] => [
  name,
  goal,
  number(value),
  met ? 'met' : misses.length > 1 ? `missed by ${misses.length}` : 'missed',
]

export const machineText = (machine: Machine): string =>
  `${machine.date}, ${machine.cores} x ${machine.processor}, ${machine.memoryGB} GB, ${machine.platform}, ` +
  `Node ${machine.node}, SQLite ${machine.sqlite}, one fdatasync ${number(machine.fdatasync)} us, ` +
  `load ${number(machine.loadBefore)} before and ${number(machine.loadAfter)} at the end`

/** The median; where rounds differ, with the smallest and the largest. */
const spreadCell = ({ median, smallest, largest }: Spread): string =>
  number(smallest) === number(largest) ? number(median) : `${number(median)} (${number(smallest)} - ${number(largest)})`

/** Three digits that count, and no more zeros than there are. */
function number(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
