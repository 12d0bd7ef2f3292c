import type {
  Backup,
  BackupProgress,
  Board,
  Cell,
  Change,
  ChangeKind,
  ColumnMapping,
  CsvInspection,
  CsvKind,
  CsvRefusal,
  Foresight,
  ImportProgress,
  ImportReport,
  ImportUndo,
  MailFailure,
  Message,
  MessageInput,
  Moment,
  Notice,
  OrdersRead,
  Outcome,
  Refusal,
  SmtpSettings,
  SmtpSettingsInput,
  StoodRow,
  StorageFailure,
  TableFormat,
  ToldEvent,
  VerifyProgress,
  ViewName,
  ViewQuery,
  ViewResult,
  Why,
} from '../core/index.ts'
import type { SettingsState } from './settingsFile.ts'
import type { SettingsChange } from './settingsSchema.ts'
import type { CommandId } from './tables/commands.ts'
import type { Screen } from './tables/screens.ts'

// What the preload script gives to the window, and nothing more. The renderer gets the core's types from here.
export type * from '../core/index.ts'
export type { SettingsState } from './settingsFile.ts'
export type { Settings, SettingsChange } from './settingsSchema.ts'

/** What a call to main resolves to. It never rejects: of a thrown error Electron would keep only the text. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** `Unexpected` is a fault of the app or the machine, described in its log; the others say what to do otherwise. */
export type Failure = (
  | Refusal
  | CsvRefusal
  | StorageFailure
  | { readonly code: 'Unexpected'; readonly details: object }
) & {
  /** English, for logs. */
  readonly message: string
}

/** A file that the person chose. `file` names it in later calls; its path and contents stay in main. */
export type ChosenFile = { readonly file: string; readonly name: string; readonly inspection: CsvInspection }

/** Of a file that was dropped. `id` is made once for each file; its parts come in order, each as large as a call may be. */
export type DroppedPart = {
  readonly id: string
  /** Of the file, without its folder. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly isLast: boolean
}

/** A table on its way into the file of this name. `table` names it in later calls. */
export type OpenTable = { readonly table: string; readonly name: string }

export type ImportRequest = { readonly file: string; readonly kind: CsvKind; readonly mapping: ColumnMapping }

/** `id`: what history knows the import by, if it changed anything. */
export type ImportResult = ImportReport & { readonly id: string }

/** As `ImportUndo` of the core, with refusals as they cross over to the window. */
export type ImportUndoResult = Omit<ImportUndo, 'refused'> & {
  readonly refused: readonly { readonly seq: number; readonly event: ToldEvent; readonly refusal: Failure }[]
}

/** Rows of an import. */
export type ImportUndoProgress = { readonly done: number; readonly total: number }

/**
 * In the person's language: `reasons`, one for each rejected row that the report lists, what heads the columns, and what
 * `uncorrected` of `RejectedWording` is.
 */
export type RejectedTexts = {
  readonly file: string
  readonly headings: { readonly line: string; readonly reason: string }
  readonly reasons: readonly string[]
  readonly uncorrected: string
}

/** What is kept besides the data itself. */
export type BackupState = {
  /** Newest first. */
  readonly backups: readonly Backup[]
  /** Of the one that is being made; null: none is. */
  readonly making: BackupProgress | null
  /** How far the one that a person has verified was verified; null: none is being. */
  readonly verifying: VerifyProgress | null
  /** The last one that should have been made was cancelled by a person. */
  readonly cancelled: boolean
  /** Why the last one that should have been made was not; null: it was, or it was cancelled. */
  readonly failure: Failure | null
  /** Of the copies in a folder that the person chose; null: none was chosen. */
  readonly second: SecondBackupsState | null
}

export type SecondBackupsState = {
  /** Its path. */
  readonly folder: string
  /** When all of them were there last, in ISO 8601; null: not since the app was started. */
  readonly copiedAt: string | null
  /** Why they were not copied the last time; null: they were, or are not yet. */
  readonly failure: Failure | null
}

/** One message of a list, with the id that the window made for it. */
export type ListEntry = { readonly message: MessageInput; readonly id: string }

/** What a message of a list came to; a refused one is left out, and the others are done. */
export type ListAnswer =
  | { readonly outcome: Outcome; readonly refusal: null }
  | { readonly outcome: null; readonly refusal: Failure }

/** What was entered since the app was started, or since a person began anew. `since`: later in history than this sequence. */
export type Session = { readonly since: number }

/** Of a long read: what of it is done. */
export type JobProgress = { readonly done: number; readonly total: number }

/** `changes`: how many it has. */
export type BoardSummary = Omit<Board, 'changes'> & { readonly changes: number }

/** A scratch board, with the first messages of each change, and how many there are. */
export type BoardView = Omit<Board, 'changes'> & {
  readonly changes: readonly (Omit<Change, 'messages'> & {
    readonly messages: readonly Message[]
    readonly count: number
  })[]
}

/** What a board would come to. `refusals`: of each change, how many of its messages are refused, and why the first are. */
export type BoardForesight = Omit<Foresight, 'refusals'> & {
  readonly refusals: readonly { readonly count: number; readonly first: readonly Failure[] }[]
}

/** `id`: made once for each time that the person confirms; history knows the whole by it. `title`: what history calls it. */
export type BoardEntry = { readonly id: string; readonly title: string; readonly seen: string }

/**
 * Of a new version. `noBackup`: it was downloaded, and is not installed without one. `off`: no feed is set up. `found`: it can be downloaded. `ready`: it is installed once the app is quit,
 * unless something is being done then.
 */
export type UpdateState =
  | { readonly kind: 'off' | 'idle' | 'checking' | 'none' }
  | { readonly kind: 'found' | 'ready'; readonly version: string; readonly notes: string }
  | { readonly kind: 'downloading'; readonly version: string; readonly notes: string; readonly percent: number }
  | { readonly kind: 'failed'; readonly fault: 'unreachable' | 'unsigned' | 'badKey' | 'badSignature' | 'noBackup' }

/** The licence of something that is shipped. */
export type Licence = {
  readonly name: string
  readonly version: string
  /** As SPDX names it, such as `MIT`; null: its text says it. */
  readonly identifier: string | null
  readonly text: string
}

export type About = {
  /** Of the app and of what runs it, by its name. */
  readonly versions: Readonly<Record<string, string>>
  /** By name. */
  readonly licences: readonly Licence[]
}

/**
 * What every window is told. `changed`: something was written; `notices` are the first of what it caused. `fileGiven`, which
 * one window alone is told: a person opened a file with the app; see `takeGiven`.
 */
export type Push =
  | { readonly type: 'changed'; readonly notices: readonly Notice[] }
  | { readonly type: 'fileGiven' }
  | { readonly type: 'update'; readonly state: UpdateState }
  | { readonly type: 'importProgress'; readonly file: string; readonly progress: ImportProgress }
  | { readonly type: 'importUndoProgress'; readonly id: string; readonly progress: ImportUndoProgress }
  /** Of a job that a window has begun under this id. */
  | { readonly type: 'jobProgress'; readonly id: string; readonly progress: JobProgress }
  /** A scratch board was changed. */
  | { readonly type: 'boards' }
  | { readonly type: 'settings'; readonly state: SettingsState }
  /** To one window: the person chose it in the menu. */
  | { readonly type: 'command'; readonly id: CommandId }
  /** To one window: the person clicked a notification of the system. `origin`: of notices, as in their groups. */
  | { readonly type: 'showNotices'; readonly origin: number }
  | ({ readonly type: 'backups' } & Pick<BackupState, 'making' | 'verifying' | 'cancelled'>)

/** `name` is null until somebody has said who works here. */
export type Operator = { readonly name: string | null; readonly suggested: string }

export type MailSettings = {
  /** null: no mail is sent, and what people must know stays among the notices. */
  readonly smtp: SmtpSettings | null
  /** What was saved cannot be read any more: no mail is sent until it is entered again. */
  readonly isUnreadable: boolean
  /** One is known; the window never sees it. */
  readonly hasPassword: boolean
  /** false: this system cannot encrypt, so that a password is forgotten when the app is closed. */
  readonly canKeepPassword: boolean
}

/** Of paper, in mm. `margins`: none, or those that the page itself says. */
export type PageSize = { readonly width: number; readonly height: number; readonly margins: 'none' | 'page' }

/** `noPrinter`: this system knows none. `cancelled`: by the person. `notPrinted`: the system or the printer refused. */
export type PrintResult = 'printed' | 'cancelled' | 'noPrinter' | 'notPrinted'

/** null: the one that is known, which is only for the server and the user that it was entered for. */
export type PasswordChange = string | null

/** The report of a day, to be drawn. `since`: an instant, from which on it says what moved. */
export type ReportPaper = {
  readonly title: string
  readonly since: string
  readonly parts: readonly {
    readonly title: string
    readonly heading: readonly Cell[]
    readonly rows: readonly (readonly Cell[])[]
    /** There are more rows than these. */
    readonly isCut: boolean
  }[]
}

export type WarehouseApi = {
  /** `id` is made once for each thing that the person confirms: sent again, nothing is done twice. */
  handle(message: MessageInput, id: string): Promise<Result<Outcome>>
  preview(message: MessageInput): Promise<Result<Outcome>>
  /** Why the lines would wait, or be late, once the message was handled; null: neither. */
  previewWhy(message: MessageInput, lines: readonly ViewQuery<'why'>[]): Promise<Result<readonly (Why | null)[]>>
  /** Handles the messages one after the other, in one commit. */
  handleAll(entries: readonly ListEntry[]): Promise<Result<readonly ListAnswer[]>>
  previewAll(entries: readonly ListEntry[]): Promise<Result<readonly ListAnswer[]>>
  /** Keeps a JPEG of at most 3 MB, and returns the hash by which messages name it. It is shown by `/photos/<hash>.jpg`. */
  keepPhoto(picture: Uint8Array): Promise<Result<string>>
  session(): Promise<Result<Session>>
  /** From now on; every window is told. */
  beginSession(): Promise<Result<Session>>
  view<N extends ViewName>(name: N, query: ViewQuery<N>): Promise<Result<ViewResult<N>>>
  /** Asks for a file; null: the person chose none. */
  chooseFile(): Promise<Result<ChosenFile | null>>
  /** Chooses a file that was dropped, once its last part is there; null until then. */
  takeDropped(part: DroppedPart): Promise<Result<ChosenFile | null>>
  /** Chooses the file that a person opened with the app, once; null: there is none, or none any more. */
  takeGiven(): Promise<Result<ChosenFile | null>>
  importFile(request: ImportRequest): Promise<Result<ImportResult>>
  cancelImport(file: string): Promise<Result<null>>
  /** What taking back the import of this sequence in history would come to now. */
  previewImportUndo(seq: number): Promise<Result<ImportUndoResult>>
  /** `id` is made once for each time that the person confirms; progress is pushed under it. */
  undoImport(seq: number, id: string): Promise<Result<ImportUndoResult>>
  /** What was taken back until then stays so. */
  cancelImportUndo(id: string): Promise<Result<null>>
  /** Every SKU as it stood; null: it was cancelled. `job`: made by the window. */
  stood(moment: Moment, job: string): Promise<Result<readonly StoodRow[] | null>>
  cancelJob(job: string): Promise<Result<null>>
  /** The scratch boards of this workstation, the one that was changed last first. */
  boards(): Promise<Result<readonly BoardSummary[]>>
  board(id: string): Promise<Result<BoardView>>
  /** An empty board without a name, new or not; returns its id. */
  beginBoard(): Promise<Result<string>>
  nameBoard(board: string, name: string): Promise<Result<null>>
  deleteBoard(board: string): Promise<Result<null>>
  addChange(board: string, kind: ChangeKind, messages: readonly MessageInput[]): Promise<Result<null>>
  removeChange(board: string, change: string): Promise<Result<null>>
  /** Asks for a CSV file of order lines; null: the person chose none. */
  addOrders(board: string): Promise<Result<(Omit<OrdersRead, 'change'> & { readonly added: number }) | null>>
  /** What the board would come to now; null: it was cancelled. `job`: made by the window. */
  foresee(board: string, job: string): Promise<Result<BoardForesight | null>>
  /** Why the line would wait, or be late, by this board; null: neither. */
  whyOnBoard(board: string, line: ViewQuery<'why'>): Promise<Result<Why | null>>
  /** Makes it so, if it comes to what was seen; then the board keeps what was refused. Otherwise it answers what it comes to now. */
  enterBoard(
    board: string,
    entry: BoardEntry,
  ): Promise<Result<{ readonly isDone: boolean; readonly foresight: BoardForesight }>>
  /** Asks where to; returns the file's name, or null when the person chose none. */
  saveRejected(texts: RejectedTexts): Promise<Result<string | null>>
  /** Asks where to save a table of this name, without its end; null: the person chose nowhere. */
  beginTable(name: string, format: TableFormat): Promise<Result<OpenTable | null>>
  /** Resolves once there is room for more rows. The first is the heading. */
  writeTable(table: string, rows: readonly (readonly Cell[])[]): Promise<Result<null>>
  /** All of it was written, and takes the place of a file that was there. */
  endTable(table: string): Promise<Result<null>>
  /** Nothing is left of it, and a file that was there stays as it was. */
  cancelTable(table: string): Promise<Result<null>>
  /** Who works here, and whom to suggest when nobody has said so since the app was started. */
  operator(): Promise<Result<Operator>>
  /** Stands beside everything that is entered from now on, in every window. */
  setOperator(name: string): Promise<Result<Operator>>
  settings(): Promise<Result<SettingsState>>
  /** Holds at once, in every window. A failure: it could not be saved, and holds until the app is closed only. */
  changeSettings(change: SettingsChange): Promise<Result<null>>
  /** Has main carry out a command of the table that is main's. */
  runCommand(id: CommandId): Promise<Result<null>>
  /** Which commands can be carried out in this window now; the menu offers these while it has the focus. */
  offerCommands(ids: readonly CommandId[]): Promise<Result<null>>
  /** Which screen this window shows, which it shows again after a restart. */
  showsScreen(screen: Screen): Promise<Result<null>>
  /** Where the data lies: the folder's path. */
  dataFolder(): Promise<Result<string>>
  /** Shows it in the system's own program for files. false: the system refused. */
  openDataFolder(): Promise<Result<boolean>>
  mailSettings(): Promise<Result<MailSettings>>
  saveMailSettings(smtp: SmtpSettingsInput, password: PasswordChange): Promise<Result<MailSettings>>
  /** Forgets the settings; mails that wait are given up. */
  turnMailOff(): Promise<Result<MailSettings>>
  /** Sends one with what was entered, saved or not. null: the server has taken it. */
  sendTestMail(smtp: SmtpSettingsInput, password: PasswordChange): Promise<Result<MailFailure | null>>
  /** What a window that draws a report is to draw; null: it is another window. */
  report(): Promise<Result<ReportPaper | null>>
  /** All of it can be printed. */
  reportDrawn(): Promise<Result<null>>
  /** Why the report that is due was not made; null: none is, or it was. */
  reportFailure(): Promise<Result<Failure | null>>
  /** Asks for a folder that reports are written into from now on; every window is told of it by the settings. */
  chooseReportFolder(): Promise<Result<null>>
  /** Puts a text on the clipboard. */
  copyText(text: string): Promise<Result<null>>
  /** Prints what the window's page has for paper of this size; the person chooses the printer. */
  print(size: PageSize): Promise<Result<PrintResult>>
  /** The same into a file, of the size that the page itself says. Asks where to; returns the file's name, or null when the person chose none. */
  savePdf(name: string): Promise<Result<string | null>>
  backups(): Promise<Result<BackupState>>
  /** Asks for a folder that backups are copied to from now on, and copies those that there are; null: none was ever chosen. */
  chooseBackupsFolder(): Promise<Result<SecondBackupsState | null>>
  /** Copies no more. What was copied stays. */
  forgetBackupsFolder(): Promise<Result<null>>
  /** null: it was cancelled. */
  makeBackup(): Promise<Result<Backup | null>>
  /** Cancels all that are being made or wait for their turn, whoever wanted them; where there are none, nothing happens. */
  cancelBackup(): Promise<Result<null>>
  /** null: it was stopped. */
  verifyBackup(name: string): Promise<Result<Backup | null>>
  /** In every window, what waits for its turn, and what a restore begins with. */
  stopVerifying(): Promise<Result<null>>
  /** How many messages came since it was made; null: it cannot be known. */
  messagesSinceBackup(name: string): Promise<Result<number | null>>
  /**
   * Verifies it, then puts it in the place of the present data. `kept`: the name of the file that this is in from now on; null:
   * there was none. null: verifying was stopped, and nothing changed.
   */
  restoreBackup(name: string): Promise<Result<{ readonly kept: string | null } | null>>
  update(): Promise<Result<UpdateState>>
  /** Resolves once it is known. */
  checkForUpdate(): Promise<Result<UpdateState>>
  /** Of what was found; resolves once it is there, or could not be had. */
  downloadUpdate(): Promise<Result<UpdateState>>
  /** How much is entered that is not confirmed, so that no installer takes over meanwhile. */
  tellDrafts(count: number): Promise<Result<null>>
  /** What the app is made of. */
  about(): Promise<Result<About>>
  /** What who helps must know, as text without references, names or secrets. */
  diagnostics(): Promise<Result<string>>
  /** All windows show the sample from now on, each from its beginning; it is made where there is none. */
  openSample(): Promise<Result<null>>
  /** Leads all windows back to the person's own data. `isRemoved`: the sample is deleted, as a whole. */
  leaveSample(isRemoved: boolean): Promise<Result<null>>
  /** Calls the listener for every push, until the returned function is called. */
  onPush(listener: (push: Push) => void): () => void
}

export const channels = {
  handle: 'warehouse:handle',
  preview: 'warehouse:preview',
  previewWhy: 'warehouse:previewWhy',
  handleAll: 'warehouse:handleAll',
  previewAll: 'warehouse:previewAll',
  keepPhoto: 'photos:keep',
  session: 'session:get',
  beginSession: 'session:begin',
  view: 'warehouse:view',
  chooseFile: 'import:chooseFile',
  takeDropped: 'import:takeDropped',
  takeGiven: 'import:takeGiven',
  importFile: 'import:importFile',
  cancelImport: 'import:cancelImport',
  previewImportUndo: 'import:previewUndo',
  undoImport: 'import:undo',
  cancelImportUndo: 'import:cancelUndo',
  stood: 'stood:read',
  cancelJob: 'job:cancel',
  boards: 'boards:list',
  board: 'boards:get',
  beginBoard: 'boards:begin',
  nameBoard: 'boards:name',
  deleteBoard: 'boards:delete',
  addChange: 'boards:addChange',
  removeChange: 'boards:removeChange',
  addOrders: 'boards:addOrders',
  foresee: 'boards:foresee',
  whyOnBoard: 'boards:why',
  enterBoard: 'boards:enter',
  saveRejected: 'import:saveRejected',
  beginTable: 'tables:begin',
  writeTable: 'tables:write',
  endTable: 'tables:end',
  cancelTable: 'tables:cancel',
  operator: 'operator:get',
  setOperator: 'operator:set',
  settings: 'settings:get',
  changeSettings: 'settings:change',
  runCommand: 'commands:run',
  offerCommands: 'commands:offer',
  showsScreen: 'windows:screen',
  copyText: 'clipboard:copy',
  dataFolder: 'data:folder',
  openDataFolder: 'data:open',
  mailSettings: 'mail:settings',
  saveMailSettings: 'mail:save',
  turnMailOff: 'mail:turnOff',
  sendTestMail: 'mail:test',
  report: 'report:get',
  reportDrawn: 'report:drawn',
  reportFailure: 'report:failure',
  chooseReportFolder: 'report:chooseFolder',
  print: 'print:paper',
  savePdf: 'print:pdf',
  backups: 'backups:list',
  chooseBackupsFolder: 'backups:chooseSecond',
  forgetBackupsFolder: 'backups:forgetSecond',
  makeBackup: 'backups:make',
  cancelBackup: 'backups:cancel',
  verifyBackup: 'backups:verify',
  stopVerifying: 'backups:stopVerifying',
  messagesSinceBackup: 'backups:messagesSince',
  restoreBackup: 'backups:restore',
  update: 'update:get',
  checkForUpdate: 'update:check',
  downloadUpdate: 'update:download',
  tellDrafts: 'drafts:tell',
  about: 'about:get',
  diagnostics: 'about:diagnostics',
  openSample: 'sample:open',
  leaveSample: 'sample:leave',
} as const satisfies Record<Exclude<keyof WarehouseApi, 'onPush'>, string>

/** A call of the window to main. */
export type Call = keyof typeof channels
export type Arguments<C extends Call> = Parameters<WarehouseApi[C]>
/** What main computes for it, before it is wrapped in a Result. */
export type Value<C extends Call> = Awaited<ReturnType<WarehouseApi[C]>> extends Result<infer T> ? T : never

export const PUSH = 'push'

declare global {
  interface Window {
    readonly warehouse: WarehouseApi
  }
}
