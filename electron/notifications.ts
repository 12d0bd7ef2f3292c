import { app, BrowserWindow, Notification, nativeImage } from 'electron'
import log from 'electron-log/main'
import type { Notice, Warehouse } from '../core/index.ts'
import { settings } from './settings.ts'
import { texts } from './texts.ts'

const TOGETHER = 2_000 // milliseconds in which what happens is told as one
const BETWEEN_COUNTS = 1_000 // milliseconds
const DOT = 16 // pixels

type Parts = {
  /** The one that is open now; null: one of which nobody outside of the windows is told. */
  readonly warehouse: () => Warehouse | null
  /** Whose notices they are. */
  readonly reader: () => string
  /** Brings the window to the front, and shows the notices of this cause there; null: the backups. */
  readonly show: (origin: number | null) => void
}

/**
 * Tells of what happens while the person looks elsewhere: how many lines wait or are late, never whose, since a locked screen shows it, too.
 * The app's icon has the number that the page shows beside *Notices*.
 */
export class Notifications {
  readonly #parts: Parts
  #waiting = 0
  #late = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #counting: ReturnType<typeof setTimeout> | undefined
  /** Those that the system shows: one that nobody holds is collected with its listener. */
  readonly #shown = new Set<Notification>()

  constructor(parts: Parts) {
    this.#parts = parts
    settings().onChange(() => this.#countSoon())
    app.on('browser-window-created', () => this.#countSoon()) // which Windows draws the number on
  }

  /** What the warehouse wrote, with what people are told of it. */
  onChange(notices: readonly Notice[]): void {
    const { notifyWaiting, notifyLate } = settings().values
    if (notifyWaiting) this.#waiting += notices.filter(({ kind }) => kind === 'backordered').length
    if (notifyLate) this.#late += notices.filter(({ kind }) => kind === 'late').length
    if (this.#waiting + this.#late > 0)
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined
        this.#tell().catch((error) => log.error('nobody was told', error))
      }, TOGETHER)
    this.#countSoon()
  }

  onBackupFailed(): void {
    const t = texts()
    if (settings().values.notifyBackup) this.#notify(t('notification.backup'), null)
  }

  async #tell(): Promise<void> {
    const t = texts()
    const waiting = this.#waiting > 0 && t('notification.waiting', { count: this.#waiting })
    const late = this.#late > 0 && t('notification.late', { count: this.#late })
    this.#waiting = 0
    this.#late = 0
    const { warehouse, reader } = this.#parts
    const groups = await warehouse()?.view('noticeGroups', { reader: reader(), unread: true, limit: 1 })
    if (!groups) return
    this.#notify([waiting, late].filter(Boolean).join('\n'), groups.rows[0]?.origin ?? null)
  }

  /** Nothing while a window is in front: what happened is seen there. */
  #notify(body: string, origin: number | null): void {
    if (BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported()) return
    const notification = new Notification({ title: texts()('app.name'), body })
    this.#shown.add(notification)
    notification.on('click', () => {
      this.#shown.delete(notification)
      this.#parts.show(origin)
    })
    notification.on('close', () => this.#shown.delete(notification))
    notification.show()
  }

  #countSoon(): void {
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined
      this.#count().catch((error) => log.error('the notices cannot be counted', error))
    }, BETWEEN_COUNTS)
  }

  async #count(): Promise<void> {
    const { warehouse, reader } = this.#parts
    const summary = settings().values.badge ? await warehouse()?.view('summary', { reader: reader() }) : null
    const count = summary?.noticesForReader ?? 0
    if (process.platform !== 'win32') {
      app.setBadgeCount(count)
      return
    }
    const dot = count > 0 ? nativeImage.createFromBitmap(redDot(), { width: DOT, height: DOT }) : null
    const t = texts()
    const words = count > 0 ? t('notification.unread', { count }) : ''
    for (const window of BrowserWindow.getAllWindows()) window.setOverlayIcon(dot, words)
  }
}

/** As Windows has pixels: blue, green, red, opacity. */
function redDot(): Buffer {
  const pixels = Buffer.alloc(DOT * DOT * 4)
  for (let at = 0; at < DOT * DOT; at++) {
    const [x, y] = [(at % DOT) + 0.5 - DOT / 2, Math.floor(at / DOT) + 0.5 - DOT / 2]
    if (Math.hypot(x, y) <= DOT / 2) pixels.set([0x1e, 0x26, 0xb3, 0xff], at * 4)
  }
  return pixels
}
