import { createWriteStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { streamTo } from './streamTo.ts'
import type { Cell, TableWriter } from './table.ts'
import { fixedParts, partsOfSheets, SHEET_END, SHEET_START, sheetName, xlsxRow } from './xlsxParts.ts'

/** What a sheet can have in Excel, its heading included. */
const MOST_ROWS = 1_048_576

/**
 * A table as a workbook for Excel: numbers and dates as such, texts as nothing but texts, so that none is run. The first row
 * is the heading, of each sheet when there are more rows than one can have.
 */
export function xlsxTable(path: string, mostRows = MOST_ROWS): TableWriter {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(path))
  written.catch(() => {}) // told to whoever writes next, or ends
  let sheets = 0
  let rows = 0
  let heading: readonly Cell[] | null = null
  let source: PassThrough | null = null
  let sheet: ReturnType<typeof streamTo> | null = null

  async function begin(): Promise<ReturnType<typeof streamTo>> {
    if (sheet) await sheet.write(SHEET_END)
    source?.end()
    source = new PassThrough()
    sheets++
    rows = 0
    zip.addReadStream(source, sheetName(sheets))
    sheet = streamTo(source, written)
    await sheet.write(SHEET_START)
    return sheet
  }

  return {
    async write(all) {
      let text = ''
      for (const row of all) {
        if (!sheet || rows === mostRows) {
          if (sheet) await sheet.write(text)
          text = ''
          await begin()
          if (heading && sheets > 1) text += xlsxRow(heading, ++rows)
        }
        heading ??= row
        text += xlsxRow(row, ++rows)
      }
      await sheet?.write(text)
    },
    async end() {
      if (!sheet) await begin()
      await sheet?.write(SHEET_END)
      source?.end()
      for (const [name, text] of [...fixedParts, ...partsOfSheets(sheets)]) zip.addBuffer(Buffer.from(text), name)
      zip.end()
      await written
    },
    async abort() {
      source?.destroy()
      const output = zip.outputStream as PassThrough
      output.destroy()
      await written.catch(() => {})
    },
  }
}
