import { useEffect, useRef, useState } from 'react'
import type { ImportProgress, ImportRequest, ImportResult } from '../../../electron/contract.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

/** An import that ended, and its file. */
export type Imported = { readonly name: string; readonly file: string; readonly report: ImportResult }

const nothingYet: ImportProgress = { rows: 0, imported: 0, unchanged: 0, rejected: 0, bytes: 0, totalBytes: 1 }

/** Runs one import; `progress` is null while none is running. */
export function useImport() {
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const running = useRef<string | null>(null)
  useEffect(
    () =>
      window.warehouse.onPush((push) => {
        if (push.type === 'importProgress' && push.file === running.current) setProgress(push.progress)
      }),
    [],
  )
  const run = async (request: ImportRequest): Promise<ImportResult> => {
    running.current = request.file
    setProgress(nothingYet)
    try {
      return await unwrap(window.warehouse.importFile(request))
    } finally {
      running.current = null
      setProgress(null)
    }
  }
  return { progress, run, cancel: (file: string) => void window.warehouse.cancelImport(file) }
}
