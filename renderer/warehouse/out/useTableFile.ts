import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Cell, TableFormat } from '../../../electron/contract.ts'
import { unwrap } from '../unwrap.ts'

type Pages = AsyncIterable<readonly (readonly Cell[])[]>
type Wanted = { readonly name: string; readonly format: TableFormat; readonly pages: () => Pages }

/** What became of a file: its name and its rows, without the heading. null: the person chose none, or cancelled it. */
type Saved = { readonly file: string; readonly rows: number } | null

/** Saves a table page by page, so that memory stays bounded however long it is. `done`: rows so far; null: none is being saved. */
export function useTableFile() {
  const [done, setDone] = useState<number | null>(null)
  const cancelled = useRef(false)
  const saving = useMutation({
    mutationFn: async ({ name, format, pages }: Wanted): Promise<Saved> => {
      const open = await unwrap(window.warehouse.beginTable(name, format))
      if (open === null) return null
      cancelled.current = false
      const { table } = open
      try {
        const rows = await writeAll(table, pages(), (rows) => {
          setDone(rows)
          return !cancelled.current
        })
        if (rows === null) return null
        await unwrap(window.warehouse.endTable(table))
        return { file: open.name, rows }
      } finally {
        setDone(null)
        await window.warehouse.cancelTable(table) // nothing, once it has ended
      }
    },
    networkMode: 'always',
  })
  return {
    done,
    saved: saving.data ?? null,
    error: saving.error,
    save: saving.mutate,
    forget: saving.reset,
    cancel: () => {
      cancelled.current = true
    },
  }
}

/** @param goesOn told of the rows so far; null: it did not */
async function writeAll(table: string, pages: Pages, goesOn: (rows: number) => boolean): Promise<number | null> {
  let rows = -1 // the heading
  for await (const page of pages) {
    await unwrap(window.warehouse.writeTable(table, page))
    rows += page.length
    if (!goesOn(Math.max(rows, 0))) return null
  }
  return rows
}
