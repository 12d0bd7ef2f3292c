import { basename } from 'node:path'
import type { WebContents } from 'electron'
import { z } from 'zod'
import { writeChosenFile } from '../core/index.ts'
import type { PageSize, PrintResult } from './contract.ts'
import { askWhereToPrint } from './fileDialogs.ts'
import type { Ipc } from './ipc.ts'
import type { LastFolder } from './lastFolder.ts'

const MICRONS = 1000 // a mm
const side = z.number().min(10).max(500)
const margins = z.enum(['none', 'page'])

/** Prints what the page of the window has for paper. */
export function servePrinting(ipc: Ipc, folder: LastFolder): void {
  ipc.serve('print', z.tuple([z.strictObject({ width: side, height: side, margins })]), (size, caller) =>
    print(caller, size),
  )
  ipc.serve('savePdf', z.tuple([z.string().min(1).max(300)]), (name, caller) => savePdf(caller, name, folder))
}

/** Shows the system's dialog, in which the person chooses the printer. */
async function print(contents: WebContents, { width, height, margins }: PageSize): Promise<PrintResult> {
  const printers = await contents.getPrintersAsync()
  if (printers.length === 0) return 'noPrinter'
  return new Promise((resolve) =>
    contents.print(
      {
        printBackground: true,
        margins: { marginType: margins === 'none' ? 'none' : 'default' },
        pageSize: { width: width * MICRONS, height: height * MICRONS },
      },
      (isPrinted, reason) => resolve(isPrinted ? 'printed' : isCancelled(reason) ? 'cancelled' : 'notPrinted'),
    ),
  )
}

const isCancelled = (reason: string): boolean => /cancell?ed/i.test(reason)

async function savePdf(contents: WebContents, name: string, folder: LastFolder): Promise<string | null> {
  const target = await askWhereToPrint(contents, folder, name)
  if (target === null) return null
  const margins = { top: 0, bottom: 0, left: 0, right: 0 }
  const pdf = await contents.printToPDF({ printBackground: true, preferCSSPageSize: true, margins })
  await writeChosenFile(target, pdf)
  return basename(target)
}
