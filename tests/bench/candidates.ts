import { randomUUID } from 'node:crypto'
import { type MessageInput, openWarehouse, type Warehouse } from '../../core/index.ts'
import { Bound } from './bound/bound.ts'
import { EqualRows } from './bound/equalRows.ts'
import { PlainRows } from './bound/plainRows.ts'
import type { Files } from './data/files.ts'
import type { PlannedBatch, PlannedLine } from './data/plan.ts'

/** What is compared: each does the same to its file. */
export type Candidate = {
  /** Answers the batch, null when the line waits. */
  readonly allocate: (line: PlannedLine) => Promise<string | null>
  readonly createBatch: (batch: PlannedBatch) => Promise<unknown>
  readonly changeQuantity: (change: { ref: string; qty: number }) => Promise<unknown>
  readonly close: () => Promise<void>
}

/**
 * - `bound`: the plainest way to place lines, which keeps nothing else
 * - `equal bound`: the plainest way to write all that the core writes
 */
export const names = ['core', 'bound', 'equal bound'] as const
export type Name = (typeof names)[number]

export async function openCandidate(name: Name, file: string): Promise<Candidate> {
  if (name === 'bound') return boundCandidate(new Bound(new PlainRows(file)))
  const warehouse = await openWarehouse({ database: file, asItIs: true }) // a copy, which would be looked through each time
  if (name === 'core') return coreCandidate(warehouse)
  await warehouse.close()
  return boundCandidate(new Bound(new EqualRows(file)))
}

/** Which of the two files a candidate works on. */
export const fileOf = (name: Name, files: Files): string => (name === 'bound' ? files.bound : files.core)

/** As clients send messages: each with an id, and by somebody. */
function coreCandidate(warehouse: Warehouse): Candidate {
  const handle = (message: MessageInput) => warehouse.handle(message, { id: randomUUID(), by: 'Kim' })
  return {
    allocate: async (line) => (await handle(line)).results[0] ?? null,
    createBatch: (batch) => handle(batch),
    changeQuantity: (change) => handle({ type: 'BatchQuantityChanged', ...change }),
    close: () => warehouse.close(),
  }
}

const boundCandidate = (bound: Bound): Candidate => ({
  allocate: async (line) => bound.allocate(line),
  createBatch: async (batch) => bound.createBatch(batch),
  changeQuantity: async (change) => bound.changeQuantity(change),
  close: async () => bound.close(),
})
