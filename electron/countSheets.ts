import { basename } from 'node:path'
import { z } from 'zod'
import { type SheetHeadings, saveSheet, type Warehouse } from '../core/index.ts'
import { askWhereToSave } from './fileDialogs.ts'
import type { Ipc } from './ipc.ts'
import type { LastFolder } from './lastFolder.ts'

const heading = z.string().max(100)
const headings: z.ZodType<SheetHeadings> = z.strictObject({
  ...{ ref: heading, sku: heading, expected: heading, qty: heading, difference: heading, by: heading },
})

/** @param warehouse the one that is open now */
export function serveCountSheets(ipc: Ipc, warehouse: () => Warehouse, folder: LastFolder): void {
  ipc.serve('saveSheet', z.tuple([z.string().max(200), headings]), async (sheet, headings, caller) => {
    const target = await askWhereToSave(caller, folder, sheet)
    if (target === null) return null
    await saveSheet(warehouse(), target, sheet, headings)
    return basename(target)
  })
}
