import { app, powerMonitor } from 'electron'
import log from 'electron-log/main'
import type { BackupSchedule } from './backupSchedule.ts'
import type { WarehouseHost } from './warehouseHost.ts'

/** Finishes what was begun and closes the file before the app ends, in whichever way it is ended. */
export function closeInTime(host: WarehouseHost, schedule: BackupSchedule): void {
  const close = () => {
    schedule.cancel() // backups are checked in threads that the end of the process would wait for
    schedule.stopVerifying()
    return host.close().catch((error) => log.error(error))
  }
  app.on('will-quit', (event) => {
    event.preventDefault()
    void close().finally(() => app.exit())
  })
  // Windows ends a session without asking the app to quit, and kills it a few seconds later.
  app.on('browser-window-created', (_event, window) => window.on('session-end', () => void close()))
  // Elsewhere the app is asked, and the system waits for it.
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    event?.preventDefault()
    app.quit()
  })
}
