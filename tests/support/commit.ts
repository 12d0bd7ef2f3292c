import { type MessageInput, messageSchema } from '../../core/domain/events.ts'
import type { Envelope, Outcome, UnitOfWork } from '../../core/ports/unitOfWork.ts'
import { handle } from '../../core/service/messageBus.ts'
import type { Store } from '../../core/service/warehouse.ts'
import { NOW } from './given.ts'

// What the warehouse does with a message, in steps that a test can come between.

export const run = (uow: UnitOfWork, message: MessageInput): Promise<Outcome> =>
  handle(messageSchema.parse(message), uow)

export const envelope = (message: MessageInput, id: string | null = null, at = NOW): Envelope => ({
  message: messageSchema.parse(message),
  id,
  by: 'Kim',
  at,
})

export async function commit(
  store: Pick<Store, 'unitOfWork'>,
  message: MessageInput,
  id?: string,
  at?: Date,
): Promise<Outcome> {
  const uow = store.unitOfWork()
  const outcome = await run(uow, message)
  await uow.commit(envelope(message, id, at), outcome)
  return outcome
}

export async function storeWith(store: Store, ...messages: MessageInput[]): Promise<Store> {
  for (const message of messages) await commit(store, message)
  return store
}
