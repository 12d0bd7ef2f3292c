import { BrowserWindow, type WebContents } from 'electron'
import type { Notice } from '../core/index.ts'
import type { BackupWork } from './backupSchedule.ts'
import { PUSH, type Push } from './contract.ts'

const INTERVAL = 100 // milliseconds between two pushes of a kind, so that an import does not flood the windows
const MOST_NOTICES = 50

export const push = (message: Push): void => pushToOthers(null, message)

/** To the window of this page only. */
export const pushTo = (page: WebContents, message: Push): void => page.send(PUSH, message)

/** To every window but that of this page. */
export function pushToOthers(caller: WebContents | null, message: Push): void {
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed() && window.webContents !== caller) pushTo(window.webContents, message)
}

export const pushBackups = ({ making, verifying, cancelled }: BackupWork): void =>
  push({ type: 'backups', making, verifying, cancelled })

/** Tells every window that something changed: of the first at once, then of all that came in an interval together. */
export function pushChanges(): (notices: readonly Notice[]) => void {
  let notices: readonly Notice[] = []
  let pending = false
  let resting = false
  const flush = () => {
    resting = pending
    if (!pending) return
    push({ type: 'changed', notices })
    notices = []
    pending = false
    setTimeout(flush, INTERVAL)
  }
  return (caused) => {
    pending = true
    notices = [...notices, ...caused.slice(0, MOST_NOTICES)].slice(0, MOST_NOTICES)
    if (!resting) flush()
  }
}
