import { useRef } from 'react'
import type { Go, Screen } from '../../warehouse/navigation.ts'
import { findBatch } from '../../warehouse/scans/findBatch.ts'
import type { Scan } from '../../warehouse/scans/scan.ts'
import { enqueue, isTaking } from '../../warehouse/scans/scans.ts'

/**
 * Hands each scan to the screen that it is for, in the order of their coming, and opens that screen: stock-take, but for what comes
 * while a count sheet or the board of what if is open, for the settings while they are, where it is only tried, or while goods are
 * received or ordered and it names no batch that is there.
 */
export function useScanRoute(current: Screen, go: Go): (scan: Scan) => void {
  const shown = useRef(current)
  shown.current = current
  const inTurn = useRef(Promise.resolve())
  const pass = async (scan: Scan) => {
    if (isTaking('settings')) return enqueue('settings', scan)
    if (isTaking('countSheets')) return enqueue('countSheets', scan)
    if (isTaking('whatIf')) return enqueue('whatIf', scan)
    const isForForm = scan.from === 'receive' && !(await namesBatch(scan.code)) && shown.current === 'receive'
    enqueue(isForForm ? 'receive' : 'stockTake', scan)
    if (!isForForm && shown.current !== 'stockTake') go('stockTake')
  }
  return (scan) => {
    inTurn.current = inTurn.current.then(() => pass(scan))
  }
}

/** Stock-take says what went wrong when the batches could not be read. */
const namesBatch = (code: string): Promise<boolean> =>
  findBatch(code, 'whole').then(
    (found) => typeof found !== 'string' && found.isNamed,
    () => true,
  )
