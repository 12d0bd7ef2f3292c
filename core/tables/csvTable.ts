import { createWriteStream } from 'node:fs'
import { BYTE_ORDER_MARK, csv } from '../csv/csvText.ts'
import { streamTo } from './streamTo.ts'
import type { Cell, TableWriter } from './table.ts'

/** A table as CSV in UTF-8: dates as they are sorted, instants in UTC, and no text that a spreadsheet would run. */
export function csvTable(path: string): TableWriter {
  const out = streamTo(createWriteStream(path))
  let mark: string = BYTE_ORDER_MARK
  return {
    async write(rows) {
      const text = mark + csv(rows.map((row) => row.map(plain)))
      mark = ''
      await out.write(text)
    },
    end: out.end,
    abort: out.abort,
  }
}

function plain(cell: Cell): string | number | null {
  if (cell === null || typeof cell !== 'object') return cell
  return 'day' in cell ? cell.day : cell.instant
}
