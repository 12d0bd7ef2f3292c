import type { SheetLineRow, SheetRow } from '../../../electron/contract.ts'
import type { Tone } from '../../ui/Badge.tsx'

export const stateTones: Readonly<Record<SheetRow['state'], Tone>> = { open: 'accent', posted: 'good', closed: 'plain' }
export const lineTones: Readonly<Record<SheetLineRow['state'], Tone>> = {
  uncounted: 'plain',
  recount: 'warn',
  agreed: 'good',
}
