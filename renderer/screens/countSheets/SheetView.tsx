import { useRef, useState } from 'react'
import type { SheetLineRow, SheetRow } from '../../../electron/contract.ts'
import screen from '../../ui/screen.module.css'
import { usePerson } from '../../warehouse/settings.ts'
import { CountPanel } from './CountPanel.tsx'
import styles from './CountSheets.module.css'
import { SheetHead } from './SheetHead.tsx'
import { SheetLines } from './SheetLines.tsx'
import { SheetResult } from './SheetResult.tsx'

type Props = { sheet: SheetRow; onLeave: () => void }

/** One sheet: what is scanned and counted while it is open, what it came to once it is not, and its batches. */
export function SheetView({ sheet, onLeave }: Props) {
  const openLine = useRef<(line: SheetLineRow) => void>(() => {})
  const person = usePerson()
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <div className={screen.screen}>
      <SheetHead sheet={sheet} onLeave={onLeave} />
      <div className={styles.panes}>
        <div className={`${screen.panel} ${styles.work}`}>
          {sheet.state === 'open' ? (
            <CountPanel key={person} sheet={sheet} openLine={openLine} onOpened={setSelected} />
          ) : (
            <SheetResult sheet={sheet} />
          )}
        </div>
        <SheetLines
          sheet={sheet}
          selected={selected}
          onOpen={sheet.state === 'open' ? (line) => openLine.current(line) : undefined}
        />
      </div>
    </div>
  )
}
