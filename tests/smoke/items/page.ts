import { join } from 'node:path'
import { type Call, channels } from '../../../electron/contract.ts'
import { expect, item } from '../item.ts'

const preload = join(import.meta.dirname, '../../../out/preload/preload.cjs')

/** What the page is made of, and what it can reach. */
export function pageItems(): void {
  item(
    5,
    'the page comes from app://bundle under its policy, with styles and fonts, and without a fault',
    [],
    async ({ session: { app, window, faults } }) => {
      const address = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
      const page = await window.evaluate(async () => ({
        policy: (await fetch(location.href)).headers.get('content-security-policy'),
        hasFont: [...document.fonts].some(({ status }) => status === 'loaded'),
        font: getComputedStyle(document.body).fontFamily,
      }))
      expect([address, page, faults]).toEqual([
        'app://bundle/index.html',
        {
          policy: expect.stringContaining("default-src 'none'"),
          hasFont: true,
          font: expect.stringContaining('Pretendard'),
        },
        [],
      ])
    },
  )

  item(7, 'every channel answers, and refuses what it does not expect', [], async ({ session: { window } }) => {
    const calls = Object.keys(channels) as Call[]
    const answers = await window.evaluate(async (calls) => {
      const api = globalThis.window.warehouse as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
      const refused = await Promise.all(calls.map((call) => api[call]!({ wrong: true }, 1, 2, 3)))
      return [...refused, await api['preview']!({ type: 'x'.repeat(5_000_000) })]
    }, calls)
    const refusal = (problem: string) => ({
      ok: false,
      error: { code: 'InvalidMessage', details: { problems: [{ field: '', problem }] } },
    })
    expect(answers).toMatchObject([...calls.map(() => refusal('invalid')), refusal('tooLarge')])
  })

  item(7, 'a call from a page that is not ours is refused', [], async ({ session: { app } }) => {
    const answer = await app.evaluate(async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload } })
      await other.loadURL('data:text/html,<h1>Not ours</h1>')
      const answer = await other.webContents.executeJavaScript("warehouse.view('summary', {})")
      other.destroy()
      return answer
    }, preload)
    expect(answer).toMatchObject({ ok: false, error: { code: 'Unexpected' } })
  })

  item(
    8,
    'a page is permitted nothing but a camera, opens nothing and goes nowhere',
    [],
    async ({ session: { app, window } }) => {
      const address = window.url()
      const seen = await window.evaluate(async () => {
        const opened = [globalThis.window.open('https://example.com/'), globalThis.window.open(location.href)]
        location.assign('https://example.com/')
        const names = ['geolocation', 'notifications', 'clipboard-read', 'midi'] as PermissionName[]
        const permissions = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
        return { opened, permissions: [...new Set(permissions.map(({ state }) => state))] }
      })
      await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
      expect([seen, window.url(), app.windows().length]).toEqual([
        { opened: [null, null], permissions: ['denied'] },
        address,
        1,
      ])
    },
  )
}
