import { app, shell } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import type { Ipc } from './ipc.ts'

/** Says where the data lies, and shows it. */
export function serveDataFolder(ipc: Ipc): void {
  const folder = () => app.getPath('userData')
  ipc.serve('dataFolder', z.tuple([]), async () => folder())
  ipc.serve('openDataFolder', z.tuple([]), async () => {
    const refusal = await shell.openPath(folder())
    if (refusal) log.error('the folder cannot be shown', refusal)
    return refusal === ''
  })
}
