/**
 * Runs in the page's own world: a new window is asked for before Chromium makes one, so that a denied `window.open` returns null and
 * a denied link does nothing, as in Electron. Sent to Chromium as text, so it is self-contained.
 *
 * @param path where the main process answers: 204 for a window that it denies
 */
export function popupGuard(path: string) {
  const native = window.open
  const isDenied = (url: string) => {
    const request = new XMLHttpRequest()
    try {
      request.open('POST', new URL(path, location.origin), false) // window.open is synchronous
      request.send(url)
      return request.status === 204
    } catch {
      return false // an address without an origin, such as about:blank: Chromium makes the window, and it is closed at once
    }
  }
  window.open = (url = '', ...rest) =>
    isDenied(url ? new URL(url, document.baseURI).href : 'about:blank') ? null : native.call(window, url, ...rest)
  const opensWindow = (link: HTMLAnchorElement, { ctrlKey, metaKey, shiftKey, button }: MouseEvent) =>
    !['', '_self', '_top', '_parent'].includes(link.target) || ctrlKey || metaKey || shiftKey || button === 1
  const onClick = (event: MouseEvent) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (link && opensWindow(link, event) && !event.defaultPrevented && isDenied(link.href)) event.preventDefault()
  }
  window.addEventListener('click', onClick)
  window.addEventListener('auxclick', onClick)
}
