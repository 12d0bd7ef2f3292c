import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

// What Chromium says on its console when it refuses or does not find something.
test.use({ provokes: /Content Security Policy|Not allowed to|Failed to load resource/ })

test('a page has what the preload gives it, unchangeable, and nothing of Node or Electron', async ({ window }) => {
  const given = await window.evaluate(() => {
    const { warehouse } = globalThis.window
    const attempt = (change: () => void) => {
      try {
        change()
      } catch {
        // strict code hears of it, other code does not
      }
    }
    attempt(() => Object.assign(warehouse, { handle: () => 'mine', more: 1 }))
    attempt(() => Object.assign(globalThis, { warehouse: 'mine' }))
    const frame = document.body.appendChild(document.createElement('iframe'))
    const inFrame = frame.contentWindow && 'warehouse' in frame.contentWindow
    frame.remove()
    return {
      foreign: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      isSame: globalThis.window.warehouse === warehouse && !('more' in warehouse),
      handle: `${warehouse.handle}`.includes('mine'),
      types: [...new Set(Object.values(warehouse).map((value) => typeof value))],
      inFrame,
    }
  })
  expect(given).toEqual({ foreign: [], isSame: true, handle: false, types: ['function'], inFrame: false })
})

test('the content security policy allows the app’s own files only', async ({ window }) => {
  const headers = await window.evaluate(async () => Object.fromEntries((await fetch(location.href)).headers))
  const policy = (headers['content-security-policy'] ?? '').split('; ')
  for (const directive of [
    ...["default-src 'none'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
    "frame-ancestors 'none'",
  ])
    expect(policy).toContain(directive)
  expect(policy.join()).not.toMatch(/unsafe|https?:|\*/)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('what the policy does not allow does not happen', async ({ window }) => {
  const seen = await window.evaluate(async () => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const ran: string[] = []
    Object.assign(globalThis, { ran })
    await new Promise((resolve) => setTimeout(resolve)) // out of the test's own script, which may do more
    const attempts = [
      () => new Function("ran.push('text')")(),
      () => {
        const link = document.body.appendChild(document.createElement('a'))
        link.setAttribute('onclick', "ran.push('attribute')")
        link.click()
        link.remove()
      },
      () => document.body.append(Object.assign(document.createElement('script'), { text: "ran.push('inline')" })),
      () => document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' })),
      () => fetch('https://example.com/').catch(() => {}),
      () => new WebSocket('wss://example.com/'),
      () => Object.assign(new Image(), { src: 'https://example.com/x.png' }),
      () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })),
    ]
    for (const attempt of attempts) {
      try {
        await attempt()
      } catch {
        // refused
      }
    }
    while (refused.length < attempts.length) await new Promise((resolve) => setTimeout(resolve, 20))
    return { ran, refused: [...new Set(refused)].sort() }
  })
  expect(seen.ran).toEqual([])
  expect(seen.refused).toEqual([
    'connect-src',
    'frame-src',
    'img-src',
    'script-src',
    'script-src-attr',
    'script-src-elem',
  ])
})

test('a page opens no window, goes nowhere, and is permitted nothing but a camera', async ({ app, window }) => {
  const address = window.url()
  const opened = await window.evaluate(() => [
    globalThis.window.open('https://example.com/'),
    globalThis.window.open(location.href),
  ])
  expect(opened).toEqual([null, null])
  for (const target of ['https://example.com/', 'data:text/html,x', 'file:///etc/passwd'])
    await window.evaluate((target) => {
      const link = Object.assign(document.createElement('a'), { href: target, textContent: target })
      document.body.append(link)
      link.click()
      link.remove()
    }, target)
  const permissions = await window.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'clipboard-read', 'microphone', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  )
  expect(permissions).not.toContain('granted')
  await expect(window.getByRole('heading', { level: 1, name: 'Stock-take' })).toBeVisible()
  expect([window.url(), app.windows().length]).toEqual([address, 1])
})

test('only files of the app are served', async ({ window }) => {
  const paths = [
    ...['/..%2f..%2fpackage.json', '/%2e%2e%2fmain%2fmain.js', '/assets/..%2f..%2f..%2fpackage.json'],
    ...[
      '/..%5c..%5cmain%5cmain.js',
      '/%2fetc%2fpasswd',
      '/index.html%00.js',
      '/nothing.js',
      '/assets',
      '/photos/..%2fwarehouse.db',
      `/photos/${'a'.repeat(64)}.jpg`,
      `/photos/${'A'.repeat(64)}.jpg`,
      '/',
      '/%E0%A4.js',
    ],
  ]
  const answers = await window.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => [
          path,
          await fetch(path).then(
            ({ status }) => status,
            () => 'failed',
          ),
        ]),
      ),
    paths,
  )
  expect(answers).toEqual(paths.map((path) => [path, 404]))
  expect(await window.evaluate(async () => (await fetch('/index.html')).status)).toBe(200)
})

test('a call from a page that is not ours is refused', async ({ app, window }) => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  const preload = join(import.meta.dirname, '../../out/preload/preload.cjs')
  const answer = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload, contextIsolation: true, sandbox: true } })
    await other.loadURL('data:text/html,<h1>Not ours</h1>')
    const answer = await other.webContents.executeJavaScript("warehouse.view('summary', {})")
    other.destroy()
    return answer
  }, preload)
  expect(answer).toMatchObject({ ok: false, error: { code: 'Unexpected' } })
})
