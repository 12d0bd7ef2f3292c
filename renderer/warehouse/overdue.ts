import { getLocalTimeZone, today as todayIn } from '@internationalized/date'
import type { LineRow } from '../../electron/contract.ts'

/** `YYYY-MM-DD`, where the person is. */
export const today = (): string => todayIn(getLocalTimeZone()).toString()

/** The day that is so many days from today. */
export const inDays = (days: number): string => todayIn(getLocalTimeZone()).add({ days }).toString()

/** When the day began, where the person is: an instant in ISO 8601. */
export const beginOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()

/** It was due before today and has not been dispatched. */
export const isOverdue = ({ state, dueDate }: Pick<LineRow, 'state' | 'dueDate'>): boolean =>
  dueDate !== null && dueDate < today() && (state === 'allocated' || state === 'backordered')
