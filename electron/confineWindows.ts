import { app, session } from 'electron'

/** A page gets no permission, goes nowhere and opens nothing, whatever it holds. */
export function confineWindows(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, grant) => grant(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
