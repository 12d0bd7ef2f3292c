import { basename } from 'node:path'
import { clipboard, type WebContents } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import { type Cell, TableFile, type TableFormat } from '../core/index.ts'
import { askWhereToExport } from './fileDialogs.ts'
import type { Ipc } from './ipc.ts'
import type { LastFolder } from './lastFolder.ts'

const format: z.ZodType<TableFormat> = z.enum(['csv', 'xlsx'])
const text = z.string().max(32_767) // what a cell of a spreadsheet can hold
const cell: z.ZodType<Cell> = z.union([
  text,
  z.number(),
  z.null(),
  z.strictObject({ day: z.iso.date() }),
  z.strictObject({ instant: z.iso.datetime() }),
])
const rows = z.array(z.array(cell).max(100)).max(1_000)
const table = z.uuid()

/** What leaves the app: as a file, of which the window sends the rows, or on the clipboard. */
export function serveExports(ipc: Ipc, folder: LastFolder): void {
  const open = new OpenTables()
  ipc.serve('beginTable', z.tuple([z.string().min(1).max(300), format]), async (name, format, caller) => {
    const path = await askWhereToExport(caller, folder, name, format)
    return path === null ? null : { table: open.add(caller, new TableFile(path, format)), name: basename(path) }
  })
  ipc.serve('writeTable', z.tuple([table, rows]), (id, rows, caller) =>
    open.use(caller, id, (file) => file.write(rows)),
  )
  ipc.serve('endTable', z.tuple([table]), async (id, caller) => {
    const file = open.take(caller, id)
    if (!file) throw new Error('a table that was given up') // it is not to be taken for one that was saved
    await file.end()
    return null
  })
  ipc.serve('cancelTable', z.tuple([table]), async (id, caller) => {
    await open.take(caller, id)?.cancel()
    return null
  })
  ipc.serve('copyText', z.tuple([z.string()]), async (text) => {
    await clipboard.writeText(text)
    return null
  })
}

/** The tables that windows are writing. Those of a window that is closed, or loaded anew, are given up. */
class OpenTables {
  readonly #tables = new Map<string, { readonly caller: WebContents; readonly file: TableFile }>()
  readonly #watched = new WeakSet<WebContents>()

  add(caller: WebContents, file: TableFile): string {
    const id = crypto.randomUUID()
    this.#tables.set(id, { caller, file })
    if (!this.#watched.has(caller)) {
      this.#watched.add(caller)
      caller.once('destroyed', () => this.#giveUp(caller))
      caller.on('did-navigate', () => this.#giveUp(caller))
    }
    return id
  }

  /** @throws when it is none of the window's */
  async use(caller: WebContents, id: string, work: (file: TableFile) => Promise<void>): Promise<null> {
    const open = this.#tables.get(id)
    if (open?.caller !== caller) throw new Error('a table that this window did not begin')
    await work(open.file).catch((error) => {
      this.#tables.delete(id) // it gave itself up
      throw error
    })
    return null
  }

  /** null: it was given up before. */
  take(caller: WebContents, id: string): TableFile | null {
    const open = this.#tables.get(id)
    if (open?.caller !== caller) return null
    this.#tables.delete(id)
    return open.file
  }

  #giveUp(caller: WebContents): void {
    for (const [id, open] of this.#tables)
      if (open.caller === caller)
        this.take(caller, id)
          ?.cancel()
          .catch((error) => log.error('a table was left behind', error))
  }
}
