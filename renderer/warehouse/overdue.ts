import { getLocalTimeZone, today as todayIn } from '@internationalized/date'
import type { LineRow } from '../../electron/contract.ts'

/** `YYYY-MM-DD`, where the person is. */
export const today = (): string => todayIn(getLocalTimeZone()).toString()

/** The day that is so many days from today. */
export const inDays = (days: number): string => todayIn(getLocalTimeZone()).add({ days }).toString()

/** When the day began, where the person is: an instant in ISO 8601. */
export const beginOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()

/** It has neither been dispatched nor cancelled. */
export const isOpen = ({ state }: Pick<LineRow, 'state'>): boolean => state === 'allocated' || state === 'backordered'

/** It was due before today and is open. */
export const isOverdue = ({ state, dueDate }: Pick<LineRow, 'state' | 'dueDate'>): boolean =>
  dueDate !== null && dueDate < today() && isOpen({ state })
