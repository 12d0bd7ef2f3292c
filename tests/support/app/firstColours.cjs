// Loaded into the app's main process before the app itself (electron -r): remembers in which colours each window begins.

const { app, nativeTheme } = require('electron')

globalThis.firstColours = []
app.on('browser-window-created', (_event, window) => {
  globalThis.firstColours.push([nativeTheme.themeSource, window.getBackgroundColor().toLowerCase()])
})
