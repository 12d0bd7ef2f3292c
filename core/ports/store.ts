import type { Stored } from '../domain/consequence.ts'
import type { Event } from '../domain/events.ts'
import type { CopyOptions } from './backups.ts'
import type { Outbox } from './outbox.ts'
import type { UnitOfWork } from './unitOfWork.ts'
import type { Moment, StoodRow, ViewName, ViewParams, ViewResult, Why } from './views.ts'

/** `onProgress`: told of the SKUs that were read. */
export type StoodOptions = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined
}

/** What a list of messages is worked out from. */
export interface Reading {
  unitOfWork(): UnitOfWork
  /** What is stored of the batches and lines that the events change, and of the lines that they make late or in time. */
  touched(events: readonly Event[]): Promise<Stored>
}

/** What is stored as it is at one moment, whatever is written meanwhile. Its units of work cannot be committed. */
export interface Snapshot extends Reading {
  /** Lets go of it. */
  end(): void
}

/** Where everything is kept. */
export interface Store extends Reading {
  readonly outbox: Outbox
  snapshot(): Snapshot
  view<N extends ViewName>(name: N, params: ViewParams<N>): Promise<ViewResult<N>>
  /** Why each of the lines would wait, or be late, if the unit of work were committed, which it is not. */
  whyAfter(uow: UnitOfWork, lines: readonly ViewParams<'why'>[]): Promise<readonly (Why | null)[]>
  /** Every SKU that had a batch or a line then, as it stood, by SKU. All of history until then is read, one SKU after the other. */
  stood(moment: Moment, options?: StoodOptions): Promise<readonly StoodRow[]>
  /** Every broken invariant, found from what is stored alone; empty when all is well. */
  check(): Promise<readonly BrokenInvariant[]>
  /** Makes a file that holds all that is committed; messages are handled meanwhile. */
  copyTo(file: string, options?: CopyOptions): Promise<void>
  /** What a unit of work threw, as a StorageError where people can do something about it; any other as it is. */
  failureOf(error: unknown): unknown
  /** Gives up the copies that are being made. */
  close(): Promise<void>
}

/** A rule that what is stored breaks, with what shows it. */
export type BrokenInvariant = {
  readonly rule: string
  readonly details: Readonly<Record<string, string | number | null>>
}
