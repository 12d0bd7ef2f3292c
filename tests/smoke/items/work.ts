import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { given } from '../../e2e/support/given.ts'
import { pressEnterComposing } from '../../e2e/support/keys.ts'
import { openSecondWindow } from '../../e2e/support/screens.ts'
import { batchShown, damaged, scanField } from '../../e2e/support/stockTake.ts'
import { dialogsSeen, watchDialogs } from '../../support/app/dialogs.ts'
import { batch } from '../../support/scenario/messages.ts'
import { expect, item } from '../item.ts'

/** A person at work: files, an input method, a long import. */
export function workItems(): void {
  item(
    15,
    'dialogs stand before their window, where files were chosen last, and ask before they overwrite',
    [],
    async ({ session: { app, window, userData } }) => {
      const open = join(userData, 'wrong.csv')
      writeFileSync(open, 'ref,sku,qty\n,TABLE,5\n')
      await watchDialogs(app, open)
      await window.evaluate(async () => {
        const { warehouse } = globalThis.window
        const chosen = await warehouse.chooseFile()
        const file = chosen.ok ? (chosen.value?.file ?? '') : ''
        await warehouse.importFile({ file, kind: 'batches', mapping: { ref: 0, sku: 1, qty: 2 } })
        const headings = { line: 'Line', reason: 'Reason' }
        await warehouse.saveRejected({ file, headings, reasons: [], uncorrected: '' })
      })
      const other = await openSecondWindow(app)
      await other.evaluate(() => globalThis.window.warehouse.chooseFile())
      await other.close()
      const [first, saved, second] = await dialogsSeen(app)
      expect(saved).toMatchObject({
        parent: first?.parent,
        properties: expect.arrayContaining(['showOverwriteConfirmation']),
      })
      expect([second?.defaultPath, second?.parent === first?.parent]).toEqual([userData, false])
    },
  )

  item(
    16,
    'Enter counts once, whether it follows a composition, ends it, or is told of twice',
    [],
    async ({ session: { app, window } }) => {
      await given(window, batch('의자', 5, { sku: 'CHAIR' }))
      const enters = [
        () => window.keyboard.insertText('자').then(() => window.keyboard.press('Enter')),
        () => pressEnterComposing(window, '자', 'once'),
        () => pressEnterComposing(window, '자', 'twice'),
      ]
      for (const enter of enters) {
        await scanField(window).fill('의')
        await enter()
        await expect(batchShown(window, '의자')).toBeVisible()
        await expect(damaged(window)).toBeFocused()
        await window.getByRole('button', { name: 'Another batch' }).click()
      }
      const hasWayland = await app.evaluate(({ app }) => app.commandLine.hasSwitch('enable-wayland-ime'))
      expect(hasWayland).toBe(process.platform === 'linux')
    },
  )

  item(
    16,
    'each screen is drawn, light and dark, at both scales: look at test-results/smoke',
    ['pixels'],
    async ({ session: { window } }) => {
      const client = await window.context().newCDPSession(window)
      const screens = await window.getByRole('navigation').getByRole('listitem').count()
      for (const colorScheme of ['light', 'dark'] as const)
        for (const deviceScaleFactor of [1, 2]) {
          await window.emulateMedia({ colorScheme })
          await client.send('Emulation.setDeviceMetricsOverride', {
            width: 1360,
            height: 880,
            deviceScaleFactor,
            mobile: false,
          })
          for (let screen = 1; screen <= Math.min(screens, 9); screen++) {
            await window.keyboard.press(`Control+${screen}`)
            const path = `test-results/smoke/screens/${screen}-${colorScheme}-${deviceScaleFactor}.png`
            expect((await window.screenshot({ path })).length).toBeGreaterThan(10_000 * deviceScaleFactor)
          }
        }
      await client.send('Emulation.clearDeviceMetricsOverride')
      await window.emulateMedia({ colorScheme: null })
    },
  )

  item(
    19,
    'the window and main answer within 200 ms during an import',
    ['pace'],
    async ({ session: { app, window, userData } }) => {
      const open = join(userData, 'many.csv')
      const rows = Array.from({ length: 20_000 }, (_, row) => `many-${row},SKU-${row % 500},5`)
      writeFileSync(open, ['ref,sku,qty', ...rows].join('\n'))
      await watchDialogs(app, open)
      const { longest, imported } = await window.evaluate(async () => {
        const { warehouse } = globalThis.window
        const chosen = await warehouse.chooseFile()
        const file = chosen.ok ? (chosen.value?.file ?? '') : ''
        const importing = warehouse.importFile({ file, kind: 'batches', mapping: { ref: 0, sku: 1, qty: 2 } })
        let isDone = false
        void importing.then(() => {
          isDone = true
        })
        let longest = 0
        while (!isDone) {
          const begun = performance.now()
          await new Promise((resolve) => setTimeout(resolve))
          await warehouse.view('batches', { limit: 1 })
          longest = Math.max(longest, performance.now() - begun)
        }
        const report = await importing
        return { longest, imported: report.ok && report.value.imported }
      })
      expect(imported).toBe(20_000)
      expect(longest).toBeLessThan(200)
    },
  )
}
