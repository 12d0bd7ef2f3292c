import type { MessageInput } from '../../core/index.ts'
import { texts } from '../texts.ts'

/**
 * A small warehouse to which two things happened. While it was counted, a leaking roof soaked three SPRINGY-MATTRESSes, so
 * that an order line moved to another batch. A shipment of RELIABLE-FORKs stays in customs for weeks, so that a line is late;
 * then three forks failed a safety check, so that another line waits.
 */
export function sampleMessages(): readonly MessageInput[] {
  const t = texts()
  const batches: MessageInput[] = [
    batch('MATTRESS-1', 'SPRINGY-MATTRESS', 12),
    batch('MATTRESS-2', 'SPRINGY-MATTRESS', 8),
    batch('MATTRESS-3', 'SPRINGY-MATTRESS', 20, 14),
    batch('FORK-1', 'RELIABLE-FORK', 40),
    batch('FORK-2', 'RELIABLE-FORK', 24, 7),
    batch('TABLE-1', 'SMALL-TABLE', 15),
    batch('TABLE-2', 'SMALL-TABLE', 30, 10),
    batch('CHAIR-1', 'CRUNCHY-ARMCHAIR', 18),
    batch('LAMP-1', 'RETRO-LAMPSHADE', 60),
    batch('RUG-1', 'BLUE-RUG', 14),
  ]
  const orders: MessageInput[] = [
    order('O-1001', 'SPRINGY-MATTRESS', 4, 3),
    order('O-1002', 'SPRINGY-MATTRESS', 5, 10),
    order('O-1003', 'SPRINGY-MATTRESS', 3, 20),
    order('O-1004', 'RELIABLE-FORK', 16, 5),
    order('O-1005', 'RELIABLE-FORK', 14, 12),
    order('O-1006', 'RELIABLE-FORK', 10, 40),
    order('O-1007', 'RELIABLE-FORK', 20, 14),
    order('O-1008', 'SMALL-TABLE', 6, 4),
    order('O-1009', 'SMALL-TABLE', 7, 9),
    order('O-1010', 'SMALL-TABLE', 9, 16),
    order('O-1011', 'CRUNCHY-ARMCHAIR', 8, 2),
    order('O-1012', 'RETRO-LAMPSHADE', 24, 6),
    order('O-1013', 'BLUE-RUG', 10, 8),
  ]
  return [
    ...batches,
    ...orders,
    { type: 'StockDamaged', ref: 'MATTRESS-1', qty: 3, reason: 'water', note: t('main.sample.leak') },
    { type: 'BatchEtaChanged', ref: 'FORK-2', eta: inDays(28) },
    { type: 'StockDamaged', ref: 'FORK-1', qty: 3, reason: 'failedInspection', note: t('main.sample.failed') },
  ]
}

/** @param arrivesIn days; undefined: it is in the warehouse */
const batch = (ref: string, sku: string, qty: number, arrivesIn?: number): MessageInput => ({
  type: 'BatchCreated',
  ref,
  sku,
  qty,
  eta: arrivesIn === undefined ? null : inDays(arrivesIn),
})

const order = (orderId: string, sku: string, qty: number, dueIn: number): MessageInput => ({
  type: 'AllocationRequired',
  orderId,
  sku,
  qty,
  dueDate: inDays(dueIn),
})

/** `YYYY-MM-DD`, as it is here. */
function inDays(days: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days)).toISOString().slice(0, 10)
}
