import { basename, join } from 'node:path'
import type { WebContents } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import { csvKinds, importCsv, inspectCsv, saveRejected, type Warehouse } from '../core/index.ts'
import { ChosenFiles } from './chosenFiles.ts'
import type { ChosenFile, ImportRequest, ImportResult, RejectedTexts } from './contract.ts'
import { DroppedFiles, droppedPart } from './droppedFiles.ts'
import { askForFile, askWhereTo } from './fileDialogs.ts'
import type { GivenFiles } from './givenFiles.ts'
import type { Ipc } from './ipc.ts'
import type { LastFolder } from './lastFolder.ts'
import type { CurrentOperator } from './operator.ts'
import { push } from './pushes.ts'

const fileId = z.uuid()
const importRequest: z.ZodType<ImportRequest> = z.strictObject({
  file: fileId,
  kind: z.literal(Object.keys(csvKinds) as (keyof typeof csvKinds)[]),
  mapping: z.record(z.string().max(20), z.int().min(0).max(10_000).nullable()),
})
const rejectedTexts: z.ZodType<RejectedTexts> = z.strictObject({
  file: fileId,
  headings: z.strictObject({ line: z.string().max(100), reason: z.string().max(100) }),
  reasons: z.array(z.string().max(2_000)).max(10_000),
  uncorrected: z.string().max(100),
})

type Parts = {
  readonly warehouse: () => Warehouse
  readonly operator: CurrentOperator
  readonly folder: LastFolder
  /** Those that a person opened with the app. */
  readonly given: GivenFiles
  /** For copies of those that were dropped. */
  readonly copies: string
}

/** Choosing a file, importing it, cancelling that, saving the rows that were wrong. What the file holds stays here. */
export class Imports {
  readonly #warehouse: () => Warehouse
  readonly #operator: CurrentOperator
  readonly #folder: LastFolder
  readonly #given: GivenFiles
  readonly #dropped: DroppedFiles<WebContents>
  readonly #files = new ChosenFiles<WebContents>()
  readonly #running = new Set<AbortController>()

  /** `warehouse`: the one that is open now; `folder`: where people look for files. */
  constructor({ warehouse, operator, folder, given, copies }: Parts) {
    this.#given = given
    this.#dropped = new DroppedFiles(copies)
    this.#dropped.clear().catch((error) => log.error(error))
    this.#warehouse = warehouse
    this.#operator = operator
    this.#folder = folder
  }

  serve(ipc: Ipc): void {
    ipc.serve('chooseFile', z.tuple([]), (caller) => this.#choose(caller))
    ipc.serve('takeDropped', z.tuple([droppedPart]), async (part, caller) =>
      this.#inspect(await this.#dropped.take(caller, part), caller),
    )
    ipc.serve('takeGiven', z.tuple([]), async (caller) => this.#inspect(this.#given.take(), caller))
    ipc.serve('importFile', z.tuple([importRequest]), (request, caller) => this.#import(request, caller))
    ipc.serve('cancelImport', z.tuple([fileId]), async (file, caller) => {
      this.#files.get(caller, file).running?.abort()
      return null
    })
    ipc.serve('saveRejected', z.tuple([rejectedTexts]), (texts, caller) => this.#saveRejected(texts, caller))
  }

  get isRunning(): boolean {
    return this.#running.size > 0
  }

  /** Before the warehouse that they go into is closed. */
  cancelAll(): void {
    for (const running of this.#running) running.abort()
  }

  async #choose(caller: WebContents) {
    return this.#inspect(await askForFile(caller, this.#folder), caller)
  }

  async #inspect(path: string | null, caller: WebContents): Promise<ChosenFile | null> {
    if (path === null) return null
    const inspection = await inspectCsv(path)
    const { id } = this.#files.choose(caller, path, inspection.header)
    return { file: id, name: basename(path), inspection }
  }

  async #import({ file: chosen, kind, mapping }: ImportRequest, caller: WebContents): Promise<ImportResult> {
    const file = this.#files.get(caller, chosen)
    const { path, header } = file
    const running = new AbortController()
    file.running = running
    this.#running.add(running)
    const id = crypto.randomUUID()
    try {
      file.report = await importCsv(this.#warehouse(), {
        id,
        path,
        kind,
        mapping,
        header,
        by: this.#operator.name,
        signal: running.signal,
        onProgress: (progress) => push({ type: 'importProgress', file: chosen, progress }),
      })
      return { ...file.report, id }
    } finally {
      this.#running.delete(running)
      file.running = null
    }
  }

  async #saveRejected({ file, headings, reasons, uncorrected }: RejectedTexts, caller: WebContents) {
    const { path, report } = this.#files.get(caller, file)
    if (!report) throw new Error('a file that was not imported')
    const beside = this.#dropped.has(path) ? join(this.#folder.path, basename(path)) : path
    const target = await askWhereTo(caller, beside)
    if (target === null) return null
    await saveRejected(target, report, {
      headings,
      uncorrected,
      explain: (refusal, index) => reasons[index] ?? refusal.message,
    })
    return basename(target)
  }
}
