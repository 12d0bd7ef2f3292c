// Loaded into the app's main process before the app itself (electron -r), by npm run dev: reloads the windows whenever the
// file RELOAD_FILE changes.

const { watchFile } = require('node:fs')
const { BrowserWindow } = require('electron')

watchFile(process.env['RELOAD_FILE'] ?? '', { interval: 200 }, () => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
})
