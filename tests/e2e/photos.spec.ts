import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { go } from './support/screens.ts'
import { chooseReason, damaged, remove } from './support/stockTake.ts'

test.use({ provokes: /Failed to load resource/ }) // of the photo whose file is gone

/** A picture that is twice as large as photos are kept. */
async function picture(window: Page, colour: string): Promise<Buffer> {
  const bytes = await window.evaluate(async (colour) => {
    const canvas = new OffscreenCanvas(3200, 1600)
    const context = canvas.getContext('2d')!
    context.fillStyle = colour
    context.fillRect(0, 0, 3200, 1600)
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())]
  }, colour)
  return Buffer.from(bytes)
}

/** Files as another program hands them over: of these bytes, or of so many zeroes. */
const bring = (window: Page, how: 'paste' | 'drop', ...contents: readonly (readonly number[] | number)[]) =>
  window.evaluate(
    ({ how, contents }) => {
      const data = new DataTransfer()
      for (const content of contents) {
        const bytes = typeof content === 'number' ? new Uint8Array(content) : new Uint8Array(content)
        data.items.add(new File([bytes], 'picture.png', { type: 'image/png' }))
      }
      const options = { bubbles: true, cancelable: true }
      const event =
        how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, ...options })
          : new DragEvent('drop', { dataTransfer: data, ...options })
      document.body.dispatchEvent(event)
    },
    { how, contents },
  )

/** A camera that sees a green wall. */
const plugInCamera = (window: Page) =>
  window.evaluate(() => {
    const wall = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const context = wall.getContext('2d')!
    context.fillStyle = 'green'
    setInterval(() => context.fillRect(0, 0, 640, 480), 50)
    Object.assign(navigator.mediaDevices, {
      enumerateDevices: async () => [{ kind: 'videoinput' }],
      getUserMedia: async () => wall.captureStream(),
    })
  })

test('photos of a damage are scaled, kept, shown with it and in history, and one that is gone says so', async ({
  window,
  userData,
}) => {
  await given(window, batch('b1', 10))
  await plugInCamera(window)
  await scan(window, 'b1')
  await type(window, '3')
  const form = window.getByRole('form')
  const choose = (name: string, buffer: Buffer) =>
    form.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
  const photos = (number: number) => form.getByRole('button', { name: `Open photo ${number}` })

  await choose('roof.png', await picture(window, 'red'))
  await expect(photos(1)).toBeVisible()
  await bring(window, 'paste', [...(await picture(window, 'blue'))])
  await bring(window, 'drop', [...(await picture(window, 'white'))]) // while the one before is still scaled
  await expect(photos(3)).toBeVisible()
  await choose('notes.png', Buffer.from('no picture'))
  await expect(form.getByRole('alert')).toContainText('This file is no picture that can be read')
  await bring(window, 'paste', 51_000_000)
  await expect(form.getByRole('alert')).toContainText('larger than 50 MB')
  await form.getByRole('button', { name: 'Camera…' }).click()
  const take = window.getByRole('button', { name: 'Take the photo' })
  await expect(take).toBeFocused()
  await expect(take).toBeEnabled()
  await window.keyboard.press('Enter')
  await expect(photos(4)).toBeVisible()
  await form.getByRole('button', { name: 'Remove photo 4' }).click()
  await form.getByRole('button', { name: 'Remove photo 3' }).click()
  await expect(photos(3)).toHaveCount(0)
  await expect(damaged(window)).toHaveValue('3')
  await expectAccessible(window, 'form')

  await chooseReason(window, 'Water damage')
  await remove(window, '3 units').click()
  const done = window.getByRole('region', { name: 'Done' })
  const shown = done.getByRole('list', { name: 'Photos' }).locator('img')
  await expect(shown).toHaveCount(2)
  const sizeOf = (image: SVGElement | HTMLElement) => {
    const { complete, naturalWidth, naturalHeight } = image as HTMLImageElement
    return complete ? [naturalWidth, naturalHeight] : null
  }
  await expect.poll(() => shown.first().evaluate(sizeOf)).toEqual([1600, 800])

  const address = (await shown.first().getAttribute('src')) ?? ''
  await rm(join(userData, address))
  await window.reload() // Chromium remembers pictures
  await go(window, 'History')
  await window.getByRole('button', { name: '2 photos' }).click()
  const dialog = window.getByRole('dialog', { name: 'Photos' })
  await expect(dialog.getByText('A photo is missing: its file is gone')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open photo 2' }).click()
  await expect(window.getByRole('dialog', { name: 'Photo 2' }).getByRole('img')).toBeVisible()
})
