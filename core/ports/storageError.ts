import { type Coded, codedError, type Explanations } from '../lib/codedError.ts'

/** The expected failures of the storage, with their details. `file` is a path. */
type StorageFailures = {
  /** The disk or a quota is full. Nothing was written; retry when there is room. */
  StorageFull: { file: string }
  /** Another process holds the file. */
  StorageLocked: { file: string }
  /** The file, its folder or its disk cannot be written. */
  StorageReadOnly: { file: string }
  /** The folder does not exist. */
  StorageMissing: { file: string }
  /** The system refuses access; `cause` is its error code, such as EACCES or SQLITE_IOERR_READ. */
  StorageUnreachable: { file: string; cause: string }
  /** It was closed before or during the operation, as while a backup is restored. Nothing of the operation was written. */
  StorageClosed: { file: string }
  /** Schema version `version` is above `newest`, the highest that this app knows. */
  StorageNewer: { file: string; version: number; newest: number }
  /** A database of another app. */
  StorageForeign: { file: string }
  /** `found`: the first fault, in English. */
  StorageDamaged: {
    file: string
    found: string
    /** Every page can be read, but the content breaks a rule of the domain; a person may open it as it is. */
    readable: boolean
  }
  /** There is no backup of this name, or it has changed since it was made. `found`: how, in English. */
  BackupInvalid: { name: string; found: string }
}

const explanations: Explanations<StorageFailures> = {
  StorageFull: ({ file }) => `There is no room to write ${file}: the database or disk is full`,
  StorageLocked: ({ file }) => `${file} is held by another process`,
  StorageReadOnly: ({ file }) => `${file} cannot be written: it or its folder is read-only`,
  StorageMissing: ({ file }) => `${file} cannot be opened: its directory does not exist`,
  StorageUnreachable: ({ file, cause }) => `${file} cannot be opened (${cause})`,
  StorageClosed: ({ file }) => `${file} was closed`,
  StorageNewer: ({ file, version, newest }) =>
    `${file} was written by a newer version of this app (${version}): update the app to open it; this one knows ${newest}`,
  StorageForeign: ({ file }) => `${file} is not a file of this app`,
  StorageDamaged: ({ file, found }) => `${file} is damaged: ${found}`,
  BackupInvalid: ({ name, found }) => `The backup ${name} cannot be used: ${found}`,
}

export type StorageFailure = Coded<StorageFailures>

/** An expected failure of the storage. Switch on `code`. */
export class StorageError<C extends keyof StorageFailures = keyof StorageFailures> extends codedError(
  'StorageError',
  explanations,
)<C> {}

/** Narrows `details` to those of the code. */
export const isStorageError = <C extends keyof StorageFailures>(error: unknown, code: C): error is StorageError<C> =>
  error instanceof StorageError && error.code === code
