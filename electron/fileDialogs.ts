import { basename, dirname, extname, join } from 'node:path'
import {
  BrowserWindow,
  dialog,
  type FileFilter,
  type OpenDialogOptions,
  type SaveDialogOptions,
  type WebContents,
} from 'electron'
import type { TFunction } from 'i18next'
import type { LastFolder } from './lastFolder.ts'
import { plainName } from './plainName.ts'
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
  return askToSave(caller, join(dirname(imported), name), csvFiles(t))
}

/** Asks where to save a table of this name, without its end. */
export function askWhereToExport(
  caller: WebContents,
  folder: LastFolder,
  name: string,
  format: 'csv' | 'xlsx',
): Promise<string | null> {
  const files = format === 'csv' ? csvFiles(texts()) : { name: 'Excel', extensions: ['xlsx'] }
  return askInFolder(caller, folder, `${name}.${format}`, files)
}

/** Asks where to save a PDF of this name. */
export const askWhereToPrint = (caller: WebContents, folder: LastFolder, name: string): Promise<string | null> =>
  askInFolder(caller, folder, name, { name: 'PDF', extensions: ['pdf'] })

/** Asks for a folder, beginning in one. null: the person chose none. */
export async function askForFolder(caller: WebContents, defaultPath: string): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'], defaultPath }
  const window = BrowserWindow.fromWebContents(caller)
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

/** In the folder that was used last. */
async function askInFolder(
  caller: WebContents,
  folder: LastFolder,
  name: string,
  files: FileFilter,
): Promise<string | null> {
  const path = await askToSave(caller, join(folder.path, plainName(name)), files)
  if (path !== null) await folder.remember(path)
  return path
}

/** null: the person chose none. */
async function askToSave(caller: WebContents, defaultPath: string, files: FileFilter): Promise<string | null> {
  const options: SaveDialogOptions = {
    defaultPath,
    filters: [files],
    properties: ['createDirectory', 'showOverwriteConfirmation'], // GTK would overwrite without a word
  }
  const window = BrowserWindow.fromWebContents(caller)
  const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return filePath || null
}
