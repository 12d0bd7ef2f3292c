import type { Event } from '../../../domain/events.ts'
import type { Place } from './shapes.ts'

/** A shape in which earlier versions of the app stored events, and what makes of one what it is now. */
export type EarlierShape = {
  readonly type: Event['type']
  readonly number: number
  readonly fields: Readonly<Record<string, Place>>
  readonly upcast: (stored: Readonly<Record<string, unknown>>) => Event
}

/** Each keeps its number and its fields as they were in `shapes.ts`. None has changed yet. */
export const earlierShapes: readonly EarlierShape[] = []
