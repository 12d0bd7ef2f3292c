import { basename } from 'node:path'
import { clipboard, type WebContents } from 'electron'
import { z } from 'zod'
import { type SheetHeadings, type ShortageHeadings, saveSheet, saveShortages, type Warehouse } from '../core/index.ts'
import { askWhereToExport } from './fileDialogs.ts'
import type { Ipc } from './ipc.ts'
import type { LastFolder } from './lastFolder.ts'
import { texts } from './texts.ts'

const heading = z.string().max(100)
const shortages: z.ZodType<ShortageHeadings> = z.strictObject({ sku: heading, units: heading, due: heading })
const sheetLines: z.ZodType<SheetHeadings> = z.strictObject({
  ...{ ref: heading, sku: heading, expected: heading, qty: heading, difference: heading, by: heading },
})

/** @param warehouse the one that is open now */
export function serveExports(ipc: Ipc, warehouse: () => Warehouse, folder: LastFolder): void {
  const save = async (caller: WebContents, name: string, write: (path: string) => Promise<void>) => {
    const target = await askWhereToExport(caller, folder, name)
    if (target === null) return null
    await write(target)
    return basename(target)
  }
  ipc.serve('copyText', z.tuple([z.string()]), async (text) => {
    clipboard.writeText(text)
    return null
  })
  ipc.serve('saveShortages', z.tuple([shortages]), (headings, caller) => {
    const t = texts()
    return save(caller, t('main.shortages'), (path) => saveShortages(path, warehouse(), headings))
  })
  ipc.serve('saveSheet', z.tuple([z.string().max(200), sheetLines]), (sheet, headings, caller) =>
    save(caller, sheet, (path) => saveSheet(path, warehouse(), sheet, headings)),
  )
}
