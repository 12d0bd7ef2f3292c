/** Electron's dialogs take the window first, when it is theirs. */
type Arguments<Options> = [window: Electron.BaseWindow, options: Options] | [options: Options]

/** The button that Escape presses: the one named so, else Cancel or No, else the first. */
function cancelled(args: Arguments<Electron.MessageBoxSyncOptions>): number {
  const { cancelId, buttons = [] } = args.at(-1) as Electron.MessageBoxSyncOptions
  return (
    cancelId ??
    Math.max(
      0,
      buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
    )
  )
}

/** Nobody sees these: each answers as if it was cancelled. A test that wants another answer assigns its own function. */
export const dialog = {
  showOpenDialog: async (..._: Arguments<Electron.OpenDialogOptions>) => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async (..._: Arguments<Electron.SaveDialogOptions>) => ({ canceled: true, filePath: '' }),
  showMessageBox: async (...args: Arguments<Electron.MessageBoxOptions>) => ({
    response: cancelled(args),
    checkboxChecked: false,
  }),
  showMessageBoxSync: (...args: Arguments<Electron.MessageBoxSyncOptions>) => cancelled(args),
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
} satisfies Partial<Electron.Dialog>
