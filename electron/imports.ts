import { basename, dirname, join } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { z } from 'zod'
import { csvKinds, type ImportReport, importCsv, inspectCsv, saveRejected, type Warehouse } from '../core/index.ts'
import { type ChosenFile, channels, type ImportResult } from './contract.ts'
import { answer } from './ipc.ts'
import { operatorName } from './operator.ts'
import { push } from './pushes.ts'

/** A file that a person chose. Outside of main it is known by an id. */
type Chosen = {
  readonly path: string
  readonly header: readonly string[]
  report?: ImportReport
  running?: AbortController
}

const fileId = z.uuid()
const importRequest = z.strictObject({
  file: fileId,
  kind: z.literal(Object.keys(csvKinds) as (keyof typeof csvKinds)[]),
  mapping: z.record(z.string().max(20), z.int().min(0).max(10_000).nullable()),
})
const rejectedTexts = z.strictObject({
  file: fileId,
  headings: z.strictObject({ line: z.string().max(100), reason: z.string().max(100) }),
  reasons: z.array(z.string().max(2_000)).max(10_000),
  uncorrected: z.string().max(100),
})

/** Those that were chosen since the app was started, also before another warehouse was opened. */
const files = new Map<string, Chosen>()

function chosen(file: string): Chosen {
  const found = files.get(file)
  if (!found) throw new Error('a file that nobody chose')
  return found
}

/** Before the warehouse that they go into is closed. */
export function cancelImports(): void {
  for (const { running } of files.values()) running?.abort()
}

/** Choosing a file, importing it, cancelling that, saving the rows that were wrong. What the file holds stays here. */
export function answerImports(warehouse: Warehouse): void {
  answer(channels.chooseFile, z.tuple([]), async () => {
    const path = await askForFile()
    if (path === null) return null
    const inspection = await inspectCsv(path)
    const file = crypto.randomUUID()
    files.set(file, { path, header: inspection.header })
    return { file, name: basename(path), inspection } satisfies ChosenFile
  })

  answer(channels.importFile, z.tuple([importRequest]), async ({ file, kind, mapping }) => {
    const known = chosen(file)
    const { path, header } = known
    known.running = new AbortController()
    const { signal } = known.running
    const id = crypto.randomUUID()
    known.report = await importCsv(warehouse, {
      ...{ path, kind, mapping, header, id, by: operatorName(), signal },
      onProgress: (progress) => push({ type: 'importProgress', file, progress }),
    })
    return { ...known.report, id } satisfies ImportResult
  })

  answer(channels.cancelImport, z.tuple([fileId]), async (file) => {
    chosen(file).running?.abort()
    return null
  })

  answer(channels.saveRejected, z.tuple([rejectedTexts]), async ({ file, headings, reasons, uncorrected }) => {
    const { path, report } = chosen(file)
    if (!report) throw new Error('a file that was not imported')
    const target = await askWhereTo(path)
    if (target === null) return null
    await saveRejected(target, report, {
      headings,
      uncorrected,
      explain: (refusal, index) => reasons[index] ?? refusal.message,
    })
    return basename(target)
  })
}

const csv = { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }

async function askForFile(): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openFile'], filters: [csv, { name: '*', extensions: ['*'] }] }
  const window = BrowserWindow.getFocusedWindow()
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

/** Beside the file that was imported, under a name of its own. */
async function askWhereTo(path: string): Promise<string | null> {
  const name = `${basename(path).replace(/\.[^.]*$/, '')}-wrong.csv`
  const options: SaveDialogOptions = { defaultPath: join(dirname(path), name), filters: [csv] }
  const window = BrowserWindow.getFocusedWindow()
  const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return filePath || null
}
