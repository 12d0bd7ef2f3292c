import { expect } from 'vitest'
import type { DomainError, MessageInput, Outcome, Warehouse } from '../../../core/index.ts'
import { given } from './given.ts'
import { undo } from './messages.ts'
import { everything, lastMessage, refusal } from './seen.ts'

type Undoing = {
  readonly warehouse: Warehouse
  /** The sequence in history of the message that is undone. */
  readonly seq: number
  /** Undoes it, after more has happened. */
  readonly undone: (...since: MessageInput[]) => Promise<Outcome>
  /** Why it cannot be undone after that. The preview says so too, and nothing is written. */
  readonly refused: (...since: MessageInput[]) => Promise<Pick<DomainError, 'code' | 'details'> | null>
}

/** A warehouse that these messages came to, of which the last is to be undone. */
export async function givenAnd(...messages: MessageInput[]): Promise<Undoing> {
  const warehouse = await given(...messages)
  const seq = await lastMessage(warehouse)
  const send = async (since: readonly MessageInput[]) => {
    for (const message of since) await warehouse.handle(message)
  }
  return {
    warehouse,
    seq,
    undone: async (...since) => {
      await send(since)
      return warehouse.handle(undo(seq))
    },
    refused: async (...since) => {
      await send(since)
      return refusalOf(warehouse, seq)
    },
  }
}

/** Why it cannot be undone, having made sure that the preview says so too, and that nothing is written. */
export async function refusalOf(warehouse: Warehouse, seq: number) {
  const before = await everything(warehouse)
  const refused = await refusal(warehouse.handle(undo(seq)))
  expect([await refusal(warehouse.preview(undo(seq))), await everything(warehouse)]).toEqual([refused, before])
  return refused
}

/** Sends the message, and answers its sequence in history. */
export async function sent(warehouse: Warehouse, message: MessageInput): Promise<number> {
  await warehouse.handle(message)
  return lastMessage(warehouse)
}
