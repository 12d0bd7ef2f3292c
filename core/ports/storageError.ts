/** Every way in which the place where everything is kept fails, with what explains it. `file` is a path. */
type StorageFailures = {
  /** The disk has no room for it, or took no more of it. Nothing was written; it works again when there is room. */
  StorageFull: { file: string }
  /** Another process holds the file. */
  StorageLocked: { file: string }
  /** The file, its folder or its disk cannot be written. */
  StorageReadOnly: { file: string }
  /** The folder is not there. */
  StorageMissing: { file: string }
  /** The system does not let the file be opened or read; `cause` is its own word, such as EACCES or SQLITE_IOERR_READ. */
  StorageUnreachable: { file: string; cause: string }
  /** `version` wrote it; this app knows those up to `newest`. */
  StorageNewer: { file: string; version: number; newest: number }
  /** A database of another app. */
  StorageForeign: { file: string }
  /** What the file held is not all there: in English, what shows it. */
  StorageDamaged: {
    file: string
    found: string
    /** Everything can be read, but it breaks rules of the domain; it may be opened as it is. */
    readable: boolean
  }
  /** No backup of this name, or it is not what it was when it was made: in English, what shows it. */
  BackupInvalid: { name: string; found: string }
}

const explain: { readonly [C in keyof StorageFailures]: (details: StorageFailures[C]) => string } = {
  StorageFull: ({ file }) => `There is no room to write ${file}: the database or disk is full`,
  StorageLocked: ({ file }) => `${file} is held by another process`,
  StorageReadOnly: ({ file }) => `${file} cannot be written: it or its folder is read-only`,
  StorageMissing: ({ file }) => `${file} cannot be opened: its directory does not exist`,
  StorageUnreachable: ({ file, cause }) => `${file} cannot be opened (${cause})`,
  StorageNewer: ({ file, version, newest }) =>
    `${file} was written by a newer version of this app (${version}): update the app to open it; this one knows ${newest}`,
  StorageForeign: ({ file }) => `${file} is not a file of this app`,
  StorageDamaged: ({ file, found }) => `${file} is damaged: ${found}`,
  BackupInvalid: ({ name, found }) => `The backup ${name} cannot be used: ${found}`,
}

export type StorageFailure = {
  readonly [C in keyof StorageFailures]: { readonly code: C; readonly details: Readonly<StorageFailures[C]> }
}[keyof StorageFailures]

/** An expected failure of the file that everything is kept in. Switch on `code`; the message is English, for logs. */
export class StorageError<C extends keyof StorageFailures = keyof StorageFailures> extends Error {
  readonly code: C
  readonly details: StorageFailures[C]
  constructor(code: C, details: StorageFailures[C], options?: ErrorOptions) {
    super(explain[code](details), options)
    this.name = 'StorageError'
    this.code = code
    this.details = details
  }
}

/** With the details of its code. */
export const isStorageError = <C extends keyof StorageFailures>(error: unknown, code: C): error is StorageError<C> =>
  error instanceof StorageError && error.code === code
