import type { ElectronApplication } from '@playwright/test'

type Asked = {
  readonly parent: number
  readonly defaultPath: string | undefined
  readonly properties: readonly string[] | undefined
  readonly filters: readonly string[] | undefined
}
declare const asked: Asked[]

/** Answers the dialogs that ask for a file, and remembers what they were asked with. `open`: the file that is chosen. */
export const watchDialogs = (app: ElectronApplication, open?: string): Promise<void> =>
  app.evaluate(({ dialog }, open) => {
    const seen: Asked[] = []
    Object.assign(globalThis, { asked: seen })
    const note = (args: unknown[]) => {
      const [parent, options] = args as [Electron.BrowserWindow, Electron.SaveDialogOptions]
      const { defaultPath, properties, filters } = options
      seen.push({ parent: parent.id, defaultPath, properties, filters: filters?.map(({ name }) => name) })
    }
    dialog.showOpenDialog = async (...args: unknown[]) => {
      note(args)
      return { canceled: !open, filePaths: open ? [open] : [] }
    }
    dialog.showSaveDialog = async (...args: unknown[]) => {
      note(args)
      return { canceled: true, filePath: '' }
    }
  }, open)

export const dialogsSeen = (app: ElectronApplication): Promise<readonly Asked[]> => app.evaluate(() => asked)
