import type { Event } from '../../../electron/contract.ts'

/** The hashes of the photos that were attached to it. */
export const photosOf = (event: Event | undefined): readonly string[] =>
  (event && 'photos' in event && event.photos) || []
