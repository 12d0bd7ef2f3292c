import { BrowserWindow } from 'electron'
import { backgroundColor, foregroundColor } from './appearance.ts'
import { texts } from './texts.ts'

const PATIENCE = 1_500 // milliseconds: work that is done sooner shows nothing

/** While the work before the first window takes long, such as a check after a crash, a small window says so. */
export async function showWhileWaiting<T>(work: () => Promise<T>): Promise<T> {
  let window: BrowserWindow | null = null
  const timer = setTimeout(() => {
    window = open()
  }, PATIENCE)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    ;(window as BrowserWindow | null)?.destroy()
  }
}

function open(): BrowserWindow {
  const window = new BrowserWindow({
    width: 420,
    height: 140,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    closable: false, // it would leave an app that nobody sees
    autoHideMenuBar: true,
    backgroundColor: backgroundColor(),
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, javascript: false },
  })
  const t = texts()
  void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page(t('app.name'), t('main.checking')))}`)
  return window
}

/** Both texts are ours, so that nothing in them needs escaping. */
const page = (title: string, text: string): string => `<!doctype html><title>${title}</title>
  <body style="margin:0;height:100vh;display:grid;place-items:center;font:15px system-ui;color:${foregroundColor()}">
  <p role="status">${text}</p>`
