import { useState } from 'react'
import { useView } from '../../warehouse/queries.ts'
import { SheetList } from './SheetList.tsx'
import { SheetView } from './SheetView.tsx'

/** The count sheets, or the one that is counted. */
export function CountSheets() {
  const [name, setName] = useState<string | null>(null)
  const { data, isPlaceholderData } = useView('sheets', { name: name ?? '' }, { enabled: name !== null })
  const sheet = name === null || isPlaceholderData ? undefined : data?.rows[0]
  if (sheet) return <SheetView key={sheet.name} sheet={sheet} onLeave={() => setName(null)} />
  return <SheetList onOpen={setName} />
}
