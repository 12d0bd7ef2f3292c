import { app, session } from 'electron'
import { APP_ORIGIN } from './appScheme.ts'

const isOurs = (url: string): boolean => `${url}/`.startsWith(`${APP_ORIGIN}/`)

/** A page of ours may see through a camera, to take photos, and hears nothing. No page goes anywhere or opens anything, whatever it holds. */
export function confineWindows(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, grant, details) => {
    const { requestingUrl, isMainFrame } = details
    const media = ('mediaTypes' in details && details.mediaTypes) || []
    const isPicture = permission === 'media' && media.length > 0 && media.every((type) => type === 'video')
    grant(isPicture && isMainFrame && isOurs(requestingUrl))
  })
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) => permission === 'media' && mediaType === 'video' && isOurs(origin),
  )
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
