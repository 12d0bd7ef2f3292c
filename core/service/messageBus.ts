import type { Event } from '../domain/events.ts'
import type { Message } from '../domain/messages.ts'
import type { Outcome, UnitOfWork } from '../ports/unitOfWork.ts'
import { handlersOf } from './eventTable.ts'

/**
 * Hands the message to its handlers, then every event that they raise to its own, until none is left.
 * Nothing is written: whether the unit of work is committed is up to the caller.
 * @throws DomainError when it is refused, before any product was changed
 */
export async function handle(message: Message, uow: UnitOfWork): Promise<Outcome> {
  uow.begin()
  const results: (string | null)[] = []
  const queue: Event[] = [message]
  // An index, since shift() on a long queue is slow.
  for (let next = 0; next < queue.length; next++) {
    const event = queue[next]!
    for (const handler of handlersOf(event)) {
      results.push((await handler(event, uow)) ?? null)
      for (const raised of uow.collectNewEvents()) queue.push(raised)
    }
  }
  return { results, events: queue.slice(1), notices: uow.notices }
}
