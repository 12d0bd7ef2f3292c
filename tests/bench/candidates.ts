import { randomUUID } from 'node:crypto'
import { type MessageInput, openWarehouse, type Warehouse } from '../../core/index.ts'
import { Bound } from './bound.ts'
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

export const names = ['core', 'bound', 'bound with history'] as const
export type Name = (typeof names)[number]

export async function openCandidate(name: Name, file: string): Promise<Candidate> {
  return name === 'core'
    ? coreCandidate(await openWarehouse({ database: file, asItIs: true })) // a copy, which would be looked through each time
    : boundCandidate(new Bound(file, { history: name === 'bound with history' }))
}

/** Which of the two files a candidate works on. */
export const fileOf = (name: Name, files: Files): string => (name === 'core' ? files.core : files.bound)

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
