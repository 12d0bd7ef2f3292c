import type { Session } from './devtools.ts'
import { toWeb } from './protocol.ts'

// What the app asks of a page.

/** Answers why the address cannot be shown, or undefined. */
export async function navigate(page: Session, address: string): Promise<string | undefined> {
  const gone = { errorText: 'net::ERR_ABORTED' }
  const { errorText } = await page.send('Page.navigate', { url: toWeb(address) }).catch(() => gone)
  return errorText?.replace('net::', '')
}

export async function evaluate(page: Session, expression: string): Promise<unknown> {
  const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true }
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', options)
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** What the edit menu does in the field that has the focus. The key is none of a keyboard's; it only carries the command. */
export async function edit(page: Session, command: string): Promise<void> {
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp' })
}

export async function printToPdf(page: Session, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const { printBackground, preferCSSPageSize, margins = {} } = options
  const { top: marginTop, bottom: marginBottom, left: marginLeft, right: marginRight } = margins
  const sides = { marginTop, marginBottom, marginLeft, marginRight }
  const { data } = await page.send('Page.printToPDF', { printBackground, preferCSSPageSize, ...sides })
  return Buffer.from(data, 'base64')
}

/** As Chromium zooms: the page gets fewer, larger pixels, so its media queries see a smaller window. */
export async function zoom(page: Session, factor: number): Promise<void> {
  await page.send('Emulation.clearDeviceMetricsOverride')
  if (factor === 1) return
  const { cssVisualViewport } = await page.send('Page.getLayoutMetrics')
  await page.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(cssVisualViewport.clientWidth / factor),
    height: Math.round(cssVisualViewport.clientHeight / factor),
    deviceScaleFactor: factor,
    mobile: false,
  })
}
