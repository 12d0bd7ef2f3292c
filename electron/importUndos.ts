import { z } from 'zod'
import { type ImportUndo, previewUndoImport, undoImport, type Warehouse } from '../core/index.ts'
import type { ImportUndoResult } from './contract.ts'
import type { Ipc } from './ipc.ts'
import type { CurrentOperator } from './operator.ts'
import { push } from './pushes.ts'
import { toFailure } from './toFailure.ts'

const seq = z.int().min(1)
const undoId = z.uuid()

/** Shows what taking an import back would come to, takes it back, and cancels that. */
export class ImportUndos {
  readonly #warehouse: () => Warehouse
  readonly #operator: CurrentOperator
  /** Those that are running, by their ids. */
  readonly #running = new Map<string, AbortController>()

  /** @param warehouse the one that is open now */
  constructor(warehouse: () => Warehouse, operator: CurrentOperator) {
    this.#warehouse = warehouse
    this.#operator = operator
  }

  serve(ipc: Ipc): void {
    ipc.serve('previewImportUndo', z.tuple([seq]), async (seq) =>
      toResult(await previewUndoImport(this.#warehouse(), seq)),
    )
    ipc.serve('undoImport', z.tuple([seq, undoId]), (seq, id) => this.#undo(seq, id))
    ipc.serve('cancelImportUndo', z.tuple([undoId]), async (id) => {
      this.#running.get(id)?.abort()
      return null
    })
  }

  get isRunning(): boolean {
    return this.#running.size > 0
  }

  /** Before the warehouse that they change is closed. */
  cancelAll(): void {
    for (const undo of this.#running.values()) undo.abort()
  }

  async #undo(seq: number, id: string): Promise<ImportUndoResult> {
    const undo = new AbortController()
    this.#running.set(id, undo)
    try {
      const done = await undoImport(this.#warehouse(), seq, {
        id,
        by: this.#operator.name,
        signal: undo.signal,
        onProgress: (progress) => push({ type: 'importUndoProgress', id, progress }),
      })
      return toResult(done)
    } finally {
      this.#running.delete(id)
    }
  }
}

/** Errors do not cross over to the window; what they say does. */
const toResult = (undo: ImportUndo): ImportUndoResult => ({
  ...undo,
  refused: undo.refused.map(({ refusal, ...row }) => ({ ...row, refusal: toFailure(refusal) })),
})
