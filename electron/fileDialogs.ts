import { basename, dirname, extname, join } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, type WebContents } from 'electron'
import type { TFunction } from 'i18next'
import type { LastFolder } from './lastFolder.ts'
import { texts } from './texts.ts'

const csvFiles = (t: TFunction) => ({ name: t('main.csvFiles'), extensions: ['csv', 'tsv', 'txt'] })

/** Asks for a file in front of the window that wants it. null: the person chose none. */
export async function askForFile(caller: WebContents, folder: LastFolder): Promise<string | null> {
  const t = texts()
  const options: OpenDialogOptions = {
    properties: ['openFile'],
    filters: [csvFiles(t), { name: t('main.allFiles'), extensions: ['*'] }],
    defaultPath: folder.path,
  }
  const window = BrowserWindow.fromWebContents(caller)
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  const [path = null] = filePaths
  if (path !== null) await folder.remember(path)
  return path
}

/** Asks where to save the rows that were wrong: beside the file that was imported, under a name of its own. */
export function askWhereTo(caller: WebContents, imported: string): Promise<string | null> {
  const t = texts()
  const name = `${basename(imported, extname(imported))}-${t('main.wrongRows')}.csv`
  return askForTarget(caller, join(dirname(imported), name))
}

/** What file systems forbid in a name. */
const forbidden = /[\\/:*?"<>|]/g

/** Asks where to save something of this name. */
export const askWhereToSave = (caller: WebContents, folder: LastFolder, name: string): Promise<string | null> =>
  askForTarget(caller, join(folder.path, `${name.replace(forbidden, '-')}.csv`))

async function askForTarget(caller: WebContents, defaultPath: string): Promise<string | null> {
  const options: SaveDialogOptions = {
    defaultPath,
    filters: [csvFiles(texts())],
    properties: ['createDirectory', 'showOverwriteConfirmation'], // GTK would overwrite without a word
  }
  const window = BrowserWindow.fromWebContents(caller)
  const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return filePath || null
}
