import type {
  ColumnMapping,
  CsvInspection,
  CsvKind,
  CsvRefusal,
  ImportProgress,
  ImportReport,
  MessageInput,
  Notice,
  Outcome,
  Refusal,
  ViewName,
  ViewQuery,
  ViewResult,
} from '../core/index.ts'

// What the preload script gives to the window, and nothing more. The renderer gets the core's types from here.
export type * from '../core/index.ts'

/** What main answers: never a thrown error, of which Electron would keep only the text. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** `Unexpected` is a fault of the app or the machine, described in its log; the others say what to do otherwise. */
export type Failure = (Refusal | CsvRefusal | { readonly code: 'Unexpected'; readonly details: object }) & {
  /** English, for logs. */
  readonly message: string
}

/** A file that the person chose. `file` names it in later calls; its path and contents stay in main. */
export type ChosenFile = { readonly file: string; readonly name: string; readonly inspection: CsvInspection }

export type ImportRequest = { readonly file: string; readonly kind: CsvKind; readonly mapping: ColumnMapping }

/** In the person's language: `reasons`, one for each rejected row that the report lists, and what heads the columns. */
export type RejectedTexts = {
  readonly file: string
  readonly headings: { readonly line: string; readonly reason: string }
  readonly reasons: readonly string[]
}

/** What every window is told. `changed`: something was written; `notices` are the first of what it caused. */
export type Push =
  | { readonly type: 'changed'; readonly notices: readonly Notice[] }
  | { readonly type: 'importProgress'; readonly file: string; readonly progress: ImportProgress }

export type WarehouseApi = {
  /** `id` is made once for each thing that the person confirms: sent again, nothing is done twice. */
  handle(message: MessageInput, id: string): Promise<Answer<Outcome>>
  preview(message: MessageInput): Promise<Answer<Outcome>>
  view<N extends ViewName>(name: N, query: ViewQuery<N>): Promise<Answer<ViewResult<N>>>
  /** Asks for a file; null: the person chose none. */
  chooseFile(): Promise<Answer<ChosenFile | null>>
  importFile(request: ImportRequest): Promise<Answer<ImportReport>>
  cancelImport(file: string): Promise<Answer<null>>
  /** Asks where to; answers the file's name, or null when the person chose none. */
  saveRejected(texts: RejectedTexts): Promise<Answer<string | null>>
  /** Calls the listener for every push, until the answered function is called. */
  onPush(listener: (push: Push) => void): () => void
}

export const channels = {
  handle: 'warehouse:handle',
  preview: 'warehouse:preview',
  view: 'warehouse:view',
  chooseFile: 'import:chooseFile',
  importFile: 'import:importFile',
  cancelImport: 'import:cancelImport',
  saveRejected: 'import:saveRejected',
} as const satisfies Record<Exclude<keyof WarehouseApi, 'onPush'>, string>

export const PUSH = 'push'

declare global {
  interface Window {
    readonly warehouse: WarehouseApi
  }
}
