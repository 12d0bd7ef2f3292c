import { EventEmitter } from 'node:events'

// The desktop around the app: taken in, not shown.

export const shell = {
  openExternal: async () => {},
  openPath: async () => '',
  showItemInFolder() {},
  beep() {},
} satisfies Partial<Electron.Shell>

/** A test replaces `show` to see it, and emits 'click'. */
export class Notification extends EventEmitter {
  static isSupported = () => true
  title: string
  body: string

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super()
    this.title = title
    this.body = body
  }

  show(): void {
    this.emit('show')
  }
  close = () => void this.emit('close')
}

/** An image that nobody draws. */
export const nativeImage = {
  createFromBitmap: (_pixels: Buffer, { width, height }: { width: number; height: number }) => ({
    isEmpty: () => false,
    getSize: () => ({ width, height }),
  }),
}

let copied = ''
export const clipboard = {
  readText: async () => copied,
  writeText: async (text: string) => {
    copied = text
  },
} satisfies Partial<Electron.Clipboard>

/** Not encrypted, and marked as such: only real Electron keeps a secret. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text: string) => Buffer.from(`standin:${text}`),
  decryptStringAsync: async (data: Buffer) => ({
    shouldReEncrypt: false,
    result: data.toString().slice('standin:'.length),
  }),
} satisfies Partial<Electron.SafeStorage>

/** A test emits 'suspend', 'resume' and 'shutdown' itself. */
export const powerMonitor = new EventEmitter()

const display = { id: 1, scaleFactor: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
})
