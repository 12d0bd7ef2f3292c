import { type Screen, screens } from './screens.ts'

// What can be done from everywhere, with its keys: the one table that the menu, the palette, the list of shortcuts and the
// handler of keys read. A command's text is under `command` in the languages, that of a screen under `nav`.

export const menus = ['file', 'edit', 'go', 'action', 'view', 'window', 'help'] as const
export type MenuName = (typeof menus)[number]

/** What Electron does by itself, in any window. */
type Role = 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'togglefullscreen' | 'minimize' | 'close' | 'quit'

export type Command = {
  readonly menu: MenuName
  /** As accelerators of Electron. The menu shows the first. One without a modifier does nothing while a text is typed, but for F1 and Esc. */
  readonly keys: readonly string[]
  /** Who carries it out; undefined: the window. */
  readonly by?: 'main' | Role
  /** Where it is done: it opens this screen first. */
  readonly screen?: Screen
}

const others = {
  newWindow: { menu: 'file', keys: ['CmdOrCtrl+N'], by: 'main' },
  importFile: { menu: 'file', keys: ['CmdOrCtrl+O'], screen: 'import' },
  export: { menu: 'file', keys: ['CmdOrCtrl+E'] },
  print: { menu: 'file', keys: ['CmdOrCtrl+P'] },
  makeBackup: { menu: 'file', keys: ['CmdOrCtrl+B'], screen: 'backups' },
  changeOperator: { menu: 'file', keys: ['CmdOrCtrl+Shift+O'] },
  close: { menu: 'file', keys: ['CmdOrCtrl+W'], by: 'close' },
  quit: { menu: 'file', keys: ['CmdOrCtrl+Q'], by: 'quit' },

  undo: { menu: 'edit', keys: ['CmdOrCtrl+Z'] },
  redo: { menu: 'edit', keys: ['CmdOrCtrl+Shift+Z'], by: 'redo' },
  cut: { menu: 'edit', keys: ['CmdOrCtrl+X'], by: 'cut' },
  copy: { menu: 'edit', keys: ['CmdOrCtrl+C'], by: 'copy' },
  paste: { menu: 'edit', keys: ['CmdOrCtrl+V'], by: 'paste' },
  selectAll: { menu: 'edit', keys: ['CmdOrCtrl+A'], by: 'selectAll' },
  search: { menu: 'edit', keys: ['CmdOrCtrl+F', '/'] },

  palette: { menu: 'go', keys: ['CmdOrCtrl+K'] },
  back: { menu: 'go', keys: ['CmdOrCtrl+[', 'Esc'] },

  damage: { menu: 'action', keys: ['Alt+1'], screen: 'stockTake' },
  count: { menu: 'action', keys: ['Alt+2'], screen: 'stockTake' },
  setAside: { menu: 'action', keys: ['Alt+3'], screen: 'stockTake' },
  arrival: { menu: 'action', keys: ['Alt+4'], screen: 'stockTake' },
  newSession: { menu: 'action', keys: ['CmdOrCtrl+Shift+N'], screen: 'stockTake' },
  newSheet: { menu: 'action', keys: ['CmdOrCtrl+Shift+S'], screen: 'countSheets' },
  markRead: { menu: 'action', keys: ['CmdOrCtrl+Shift+U'], screen: 'notices' },

  zoomIn: { menu: 'view', keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='], by: 'main' },
  zoomOut: { menu: 'view', keys: ['CmdOrCtrl+-'], by: 'main' },
  resetZoom: { menu: 'view', keys: ['CmdOrCtrl+0'], by: 'main' },
  togglefullscreen: { menu: 'view', keys: ['F11'], by: 'togglefullscreen' },

  minimize: { menu: 'window', keys: ['CmdOrCtrl+M'], by: 'minimize' },

  help: { menu: 'help', keys: ['F1'] },
} as const satisfies Readonly<Record<string, Command>>

type OtherId = keyof typeof others
export type CommandId = OtherId | `go.${Screen}`

/** 0 is for the actual size; Shift with 3, 4 and 5 takes pictures of the screen on a Mac. */
const screenKeys = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  ...['1', '2', '6', '7', '8', '9'].map((digit) => `Shift+${digit}`),
]

/** The settings have the key that they have in other apps, and the guide one beside that of the keys. */
const keyOf = (screen: Screen): string =>
  screen === 'help' ? 'Shift+F1' : `CmdOrCtrl+${screen === 'settings' ? ',' : screenKeys[screens.indexOf(screen)]}`

const goCommands: Partial<Record<`go.${Screen}`, Command>> = Object.fromEntries(
  screens.map((screen) => [`go.${screen}`, { menu: 'go', keys: [keyOf(screen)] }]),
)

export const commands: Readonly<Record<CommandId, Command>> = {
  ...others,
  ...(goCommands as Required<typeof goCommands>),
}
export const commandIds = Object.keys(commands) as CommandId[]

/** Of the command that opens a screen; null: it does something else. */
export const screenOf = (id: CommandId): Screen | null => screens.find((screen) => id === `go.${screen}`) ?? null
