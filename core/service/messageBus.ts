import type { Event } from '../domain/events.ts'
import type { Message } from '../domain/messages.ts'
import { type Outcome, SideEffects, type UnitOfWork } from '../ports/unitOfWork.ts'
import { handlersOf } from './eventTable.ts'

/** What a message came to, and what is left of it to write beside the changes of products. */
export type Handled = { readonly outcome: Outcome; readonly effects: SideEffects }

/**
 * Hands the message to its handlers, then every event that they raise to its own, until none is left.
 * Nothing is written: whether the unit of work is committed is up to the caller.
 * @param by the operator; null: nobody was named
 * @param pause awaited between two events
 * @throws DomainError when it is refused, before any product was changed
 */
export async function handle(
  message: Message,
  uow: UnitOfWork,
  by: string | null,
  pause: () => Promise<void>,
): Promise<Handled> {
  uow.begin()
  const effects = new SideEffects()
  const results: (string | null)[] = []
  const queue: Event[] = [message]
  // An index, since shift() on a long queue is slow.
  for (let next = 0; next < queue.length; next++) {
    const event = queue[next]!
    await pause()
    for (const handler of handlersOf(event)) {
      results.push((await handler(event, uow, effects, by)) ?? null)
      for (const raised of uow.collectNewEvents()) queue.push(raised)
    }
  }
  return { outcome: { results, events: queue.slice(1), notices: effects.notices }, effects }
}
