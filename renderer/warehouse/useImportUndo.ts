import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ImportUndoProgress, ImportUndoResult } from '../../electron/contract.ts'
import { unwrap } from './unwrap.ts'

/** What taking the import of this sequence in history back would come to; until that was done, or is being done. */
export function useImportUndo(seq: number) {
  const [progress, setProgress] = useState<ImportUndoProgress | null>(null)
  const [done, setDone] = useState<ImportUndoResult | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const running = useRef<string | null>(null)
  const preview = useQuery({
    queryKey: ['previewImportUndo', seq],
    queryFn: () => unwrap(window.warehouse.previewImportUndo(seq)),
    gcTime: 0,
    enabled: progress === null && done === null,
  })
  useEffect(
    () =>
      window.warehouse.onPush((push) => {
        if (push.type === 'importUndoProgress' && push.id === running.current) setProgress(push.progress)
      }),
    [],
  )
  const run = async (total: number) => {
    const id = crypto.randomUUID()
    running.current = id
    setFailure(null)
    setProgress({ done: 0, total })
    const result = await unwrap(window.warehouse.undoImport(seq, id)).catch(setFailure)
    running.current = null
    setProgress(null)
    if (result) setDone(result)
    return result
  }
  return {
    /** undefined while it is not known. */
    preview: preview.data,
    /** null while it is not being done. */
    progress,
    /** null: it was not done. */
    done,
    failure: failure ?? preview.error,
    run,
    cancel: () => {
      if (running.current !== null) void window.warehouse.cancelImportUndo(running.current)
    },
  }
}
