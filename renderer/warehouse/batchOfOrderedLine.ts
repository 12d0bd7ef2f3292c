import type { Outcome } from '../../electron/contract.ts'

/**
 * The batch that the line of an `AllocationRequired` has its place in; null: it waits for stock. The first result is the
 * answer of the message's own handler, which also tells it of a line that was ordered before, when no event is raised.
 */
export const batchOfOrderedLine = ({ results }: Outcome): string | null => results[0] ?? null
