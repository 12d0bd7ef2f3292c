// Every list of values that is needed as a type and as data stands here, once.

/** Where an order line stands. */
export const lineStates = ['allocated', 'backordered', 'dispatched', 'cancelled'] as const
export type LineState = (typeof lineStates)[number]

/** Where a count sheet stands. `closed`: it was put away, and nothing of it was posted. */
export const sheetStates = ['open', 'posted', 'closed'] as const
export type SheetState = (typeof sheetStates)[number]

/** Where a line of a count sheet stands. `recount`: another person is to count it. */
export const sheetLineStates = ['uncounted', 'recount', 'agreed'] as const
export type SheetLineState = (typeof sheetLineStates)[number]

/** The most batches of one count sheet: what one commit, one preview and a stack of paper bear. */
export const MAX_SHEET_LINES = 1000

/**
 * What people must know of a line, or of a SKU.
 * - `reallocated`: displaced from one batch to another
 * - `backordered`: it waits, displaced from a batch or since it was ordered
 * - `filled`: it waited and is now allocated
 * - `late`: its batch comes after its due date
 * - `notRestored`: an entry was undone, but the line could not go back to where it was
 * - `outOfStock`: a line of this SKU found no batch
 */
export const noticeKinds = ['reallocated', 'backordered', 'filled', 'late', 'notRestored', 'outOfStock'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** The most units that one entry can speak of. Sums stay exact: nine million times as much is still a safe integer. */
export const MAX_QUANTITY = 1_000_000_000

/** The priority of an order that nothing may be put before. */
export const MAX_PRIORITY = 9

/**
 * What becomes of a line, compared with now, the gravest first.
 * - `short`: it would wait, and does not now
 * - `late`: it would be in a batch that comes after its due date, and is in none such now
 * - `moved`: it would be in another batch, late as it is or in time as it is
 * - `filled`: it waits, and would have a place, late or not
 * - `inTime`: it is late, and would not be
 * - `placed`: it would be ordered, and have a place in time
 * - `cancelled`: it would be
 */
export const consequenceKinds = ['short', 'late', 'moved', 'filled', 'inTime', 'placed', 'cancelled'] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]
