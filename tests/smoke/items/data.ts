import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { given } from '../../e2e/support/given.ts'
import { batch } from '../../support/scenario/messages.ts'
import { expect, item } from '../item.ts'

/** What is kept: by SQLite, by Chromium, by the system's keyring. */
export function dataItems(): void {
  item(
    4,
    'a backup is made, verified and restored, by SQLite in main and in its thread',
    [],
    async ({ session: { window } }) => {
      await given(window, batch('before', 5))
      const made = await window.evaluate(() => globalThis.window.warehouse.makeBackup())
      const name = made.ok ? (made.value?.name ?? '') : ''
      await given(window, batch('after', 5))
      const seen = await window.evaluate(async (name) => {
        const { warehouse } = globalThis.window
        const verified = await warehouse.verifyBackup(name)
        const restored = await warehouse.restoreBackup(name)
        const batches = await warehouse.view('batches', {})
        return {
          found: verified.ok && verified.value?.verified.found,
          kept: restored.ok && restored.value?.kept,
          refs: batches.ok && batches.value.rows.map(({ ref }) => ref).filter((ref) => /before|after/.test(ref)),
        }
      }, name)
      expect(seen).toEqual({ found: null, kept: expect.stringContaining('set-aside'), refs: ['before'] })
    },
  )

  item(13, 'a password is kept encrypted, or not at all', ['keyring'], async ({ session: { window, userData } }) => {
    const password = 'nobody reads this'
    const saved = await window.evaluate((password) => {
      const server = { host: 'localhost', port: 2525, security: 'none' as const, user: 'kim' }
      const smtp = { ...server, from: 'kim@example.com', to: 'lee@example.com', language: 'en' }
      return globalThis.window.warehouse.saveMailSettings(smtp, password)
    }, password)
    const stored = JSON.parse(readFileSync(join(userData, 'mail.json'), 'utf8'))
    const isKept = saved.ok && saved.value.canKeepPassword
    expect([typeof stored.password, saved.ok]).toEqual([isKept ? 'string' : 'object', true])
    expect(Buffer.from(stored.password ?? '', 'base64').toString()).not.toContain(password)
    await window.evaluate(() => globalThis.window.warehouse.turnMailOff())
  })

  item(6, 'what was entered and what was chosen are there after a restart', [], async ({ session }) => {
    await given(session.window, batch('kept', 5))
    await session.window.evaluate(() => localStorage.setItem('reason', 'lost'))
    await session.close()
    await session.open()
    const seen = await session.window.evaluate(async () => {
      const found = await globalThis.window.warehouse.view('batches', { ref: 'kept' })
      return [found.ok && found.value.rows.length, localStorage.getItem('reason')]
    })
    expect(seen).toEqual([1, 'lost'])
  })
}
