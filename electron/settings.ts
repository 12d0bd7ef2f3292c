import { join } from 'node:path'
import { app } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import type { Ipc } from './ipc.ts'
import { push, pushToOthers } from './pushes.ts'
import { SettingsFile } from './settingsFile.ts'
import { type ChosenFolders, type SettingsChange, settingsChange } from './settingsSchema.ts'

let file: SettingsFile | undefined

/** What was chosen on this workstation, also before there is a window. */
export function settings(): SettingsFile {
  file ??= new SettingsFile(join(app.getPath('userData'), 'settings.json'))
  return file
}

/** Every window is told of a change. */
export function serveSettings(ipc: Ipc): void {
  ipc.serve('settings', z.tuple([]), async () => settings().shown)
  ipc.serve('changeSettings', z.tuple([settingsChange]), async (change, caller) => {
    const saved = settings().change(change)
    pushToOthers(caller, { type: 'settings', state: settings().shown }) // the caller may have changed more since
    await saved
    return null
  })
}

/** Changes what main has asked for itself; every window is told. @throws when it could not be written */
export async function changeSettings(change: SettingsChange | Partial<ChosenFolders>): Promise<void> {
  const saved = settings().change(change)
  push({ type: 'settings', state: settings().shown })
  await saved
}

/** Somebody else works here from now on. */
export function beginSettingsOf(person: string): void {
  const saved = settings().begin(person)
  push({ type: 'settings', state: settings().shown })
  saved.catch((error) => log.error('the settings cannot be saved', error))
}
