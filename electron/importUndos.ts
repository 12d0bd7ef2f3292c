import { z } from 'zod'
import { type ImportUndo, previewUndoImport, undoImport, type Warehouse } from '../core/index.ts'
import { channels, type ImportUndoResult } from './contract.ts'
import { answer, refuse } from './ipc.ts'
import { operatorName } from './operator.ts'
import { push } from './pushes.ts'

const seq = z.int().min(1)
const undoId = z.uuid()

/** Those that are running, by their ids. */
const running = new Map<string, AbortController>()

/** Before the warehouse that they change is closed. */
export function cancelImportUndos(): void {
  for (const undo of running.values()) undo.abort()
}

/** Showing what taking an import back would come to, taking it back, cancelling that. */
export function answerImportUndos(warehouse: Warehouse): void {
  answer(channels.previewImportUndo, z.tuple([seq]), async (seq) => toResult(await previewUndoImport(warehouse, seq)))

  answer(channels.undoImport, z.tuple([seq, undoId]), async (seq, id) => {
    const undo = new AbortController()
    running.set(id, undo)
    try {
      const done = await undoImport(warehouse, seq, {
        ...{ id, by: operatorName(), signal: undo.signal },
        onProgress: (progress) => push({ type: 'importUndoProgress', id, progress }),
      })
      return toResult(done)
    } finally {
      running.delete(id)
    }
  })

  answer(channels.cancelImportUndo, z.tuple([undoId]), async (id) => {
    running.get(id)?.abort()
    return null
  })
}

/** Errors do not cross over to the window; what they say does. */
const toResult = (undo: ImportUndo): ImportUndoResult => ({
  ...undo,
  refused: undo.refused.map(({ refusal, ...row }) => ({ ...row, refusal: refuse(refusal).error })),
})
