import { type MessageInput, messageSchema } from '../../../core/domain/messages.ts'
import type { Store } from '../../../core/ports/store.ts'
import type { Envelope, Outcome, UnitOfWork } from '../../../core/ports/unitOfWork.ts'
import { type Handled, handle } from '../../../core/service/messageBus.ts'
import { NOW } from './given.ts'

// What the warehouse does with a message, in steps that a test can come between.

export const run = (uow: UnitOfWork, message: MessageInput): Promise<Handled> =>
  handle(messageSchema.parse(message), uow, 'Kim', async () => {})

export const envelope = (message: MessageInput, id: string | null = null, at = NOW): Envelope => ({
  message: messageSchema.parse(message),
  id,
  by: 'Kim',
  at,
  partOf: null,
})

export async function commit(
  store: Pick<Store, 'unitOfWork'>,
  message: MessageInput,
  id?: string,
  at?: Date,
): Promise<Outcome> {
  const uow = store.unitOfWork()
  const handled = await run(uow, message)
  await finish(uow, message, handled, id, at)
  return handled.outcome
}

/** What is left to do once the handlers have run. */
export function finish(
  uow: UnitOfWork,
  message: MessageInput,
  { outcome, effects }: Handled,
  id?: string,
  at?: Date,
): Promise<void> {
  uow.record({ envelope: envelope(message, id, at), outcome }, effects)
  return uow.commit()
}

/** Handles the message in a unit of work that is to be committed later, with others. */
export async function record(uow: UnitOfWork, message: MessageInput, id?: string): Promise<Outcome> {
  const { outcome, effects } = await run(uow, message)
  uow.record({ envelope: envelope(message, id), outcome }, effects)
  return outcome
}

export async function storeWith(store: Store, ...messages: MessageInput[]): Promise<Store> {
  for (const message of messages) await commit(store, message)
  return store
}
