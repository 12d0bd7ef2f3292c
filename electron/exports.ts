import { basename } from 'node:path'
import { z } from 'zod'
import { type ShortageHeadings, saveShortages, type Warehouse } from '../core/index.ts'
import { askWhereToExport } from './fileDialogs.ts'
import type { Ipc } from './ipc.ts'
import type { LastFolder } from './lastFolder.ts'

const heading = z.string().max(100)
const headings: z.ZodType<ShortageHeadings> = z.strictObject({ sku: heading, units: heading, due: heading })

/** @param warehouse the one that is open now */
export function serveExports(ipc: Ipc, warehouse: () => Warehouse, folder: LastFolder): void {
  ipc.serve('saveShortages', z.tuple([headings]), async (headings, caller) => {
    const target = await askWhereToExport(caller, folder)
    if (target === null) return null
    await saveShortages(target, warehouse(), headings)
    return basename(target)
  })
}
