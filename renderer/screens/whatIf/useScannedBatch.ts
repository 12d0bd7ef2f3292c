import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { findBatch } from '../../warehouse/scans/findBatch.ts'
import { conclude, useQueuedScans } from '../../warehouse/scans/scans.ts'
import { play } from '../../warehouse/sounds.ts'
import { failureOf } from '../../warehouse/unwrap.ts'
import { type Fields, isOfBatch } from './changes.ts'

/** A batch that is scanned fills in the change that is being entered. It takes the place of no other batch. */
export function useScannedBatch(
  { kind, ref }: Fields,
  fill: (change: Partial<Fields>) => void,
  refuse: (text: string) => void,
): void {
  const { t } = useTranslation()
  const entered = useRef({ kind, ref }) // it may change while a batch is looked for
  entered.current = { kind, ref }
  useQueuedScans('whatIf', (scan) => {
    const take = async () => {
      const found = await findBatch(scan.code, 'whole').catch((error: Error) => error)
      const isTaken = found instanceof Error ? false : typeof found !== 'string'
      play(isTaken ? 'found' : 'notFound')
      if (found instanceof Error) {
        conclude(scan, { kind: 'failed' })
        return refuse(failureText(failureOf(found), t))
      }
      if (typeof found === 'string') {
        conclude(scan, { kind: found === 'none' ? 'notFound' : 'several' })
        return refuse(t(found === 'none' ? 'stockTake.notFound' : 'stockTake.several', { text: scan.code }))
      }
      const { kind, ref } = entered.current
      if (ref !== '' && ref !== found.batch.ref) {
        conclude(scan, { kind: 'notFilledIn' })
        return refuse(t('whatIf.notScanned', { text: found.batch.ref, ref }))
      }
      conclude(scan, { kind: 'filledIn' })
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur() // or its suggestions would open
      entered.current = { kind, ref: found.batch.ref }
      fill({ ref: found.batch.ref, ...(!isOfBatch(kind) && { kind: 'lost' }) })
    }
    void take()
  })
}
