import { DomainError } from '../domain/domainError.ts'
import { messageSchema } from '../domain/messages.ts'
import { slices } from '../lib/slices.ts'
import type { Commit, Envelope, Outcome, UnitOfWork } from '../ports/unitOfWork.ts'
import { handle } from './messageBus.ts'

/**
 * What a message of a list came to, or why it was refused.
 * - `isNew`: it was not handled before, under the same id
 * - `undone`: it was, and was taken back since
 */
export type Answer =
  | { readonly outcome: Outcome; readonly refusal: null; readonly isNew: boolean; readonly undone: boolean }
  | { readonly outcome: null; readonly refusal: DomainError }

/** A message that was checked, or the refusal that this came to. */
export type Written = Envelope | DomainError

export type Handling = {
  /** Answers a refusal for a message that is refused, and goes on with the next one. */
  readonly skipRefused: boolean
  /** Ends it before its next message. */
  readonly signal?: AbortSignal | undefined
  /** Told how many messages were handled, after each. */
  readonly onHandled?: ((done: number) => void) | undefined
}

/**
 * Hands each message to the bus, one after the other, in one unit of work, which is not committed here.
 * @throws DomainError of the first message that is refused, unless those are skipped. The signal's reason when it is aborted
 */
export async function handleEach(
  written: readonly Written[],
  uow: UnitOfWork,
  { skipRefused, signal, onHandled }: Handling,
): Promise<{ answers: readonly Answer[]; commits: readonly Commit[] }> {
  const answers: Answer[] = []
  const commits: Commit[] = []
  const pause = slices()
  for (const envelope of written) {
    await pause()
    signal?.throwIfAborted()
    try {
      const answer = await handleOnce(envelope, uow, pause)
      answers.push(answer)
      if (answer.isNew) commits.push({ envelope: envelope as Envelope, outcome: answer.outcome })
    } catch (error) {
      if (!skipRefused || !(error instanceof DomainError)) throw error
      answers.push({ outcome: null, refusal: error })
    }
    onHandled?.(answers.length)
  }
  return { answers, commits }
}

async function handleOnce(
  envelope: Written,
  uow: UnitOfWork,
  pause: () => Promise<void>,
): Promise<Answer & { outcome: Outcome }> {
  if (envelope instanceof DomainError) throw envelope
  const before = envelope.id === null ? null : await uow.findHandled(envelope.id)
  if (before) return { outcome: sameMessage(before, envelope), refusal: null, isNew: false, undone: before.undone }
  const { outcome, effects } = await handle(envelope.message, uow, envelope.by, pause)
  uow.record({ envelope, outcome }, effects)
  return { outcome, refusal: null, isNew: true, undone: false }
}

function sameMessage(before: { message: unknown; outcome: Outcome }, { message }: Envelope): Outcome {
  // An earlier version may have stored it without a field that has a default by now.
  const { data } = messageSchema.safeParse(before.message)
  // As JSON, where a field that is undefined is none.
  if (JSON.stringify(data) === JSON.stringify(message)) return before.outcome
  throw new DomainError('InvalidMessage', { problems: [{ field: 'id', problem: 'alreadyUsed' }] })
}
