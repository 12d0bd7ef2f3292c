import type { ToldEvent } from '../../../electron/contract.ts'

/** The hashes of the photos that were attached to it. */
export const photosOf = (event: ToldEvent | undefined): readonly string[] =>
  (event && 'photos' in event && event.photos) || []
