import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LastFolder } from '../../../electron/lastFolder.ts'
import { temporaryFolder } from '../../support/files/temporaryFolder.ts'

async function loaded(file: string): Promise<LastFolder> {
  const folder = new LastFolder(file, '/documents')
  await folder.load()
  return folder
}

test('the folder of the file that was chosen last is known after a restart', async () => {
  const file = join(temporaryFolder(), 'last.json')
  const first = await loaded(file)
  expect(first.path).toBe('/documents')
  await first.remember('/orders/may.csv')
  expect([first.path, (await loaded(file)).path]).toEqual(['/orders', '/orders'])
})

test('a note that cannot be read or written only means that dialogs begin elsewhere', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'broken.json'), '{"folder":')
  mkdirSync(join(folder, 'taken.json'))
  const [broken, taken] = [await loaded(join(folder, 'broken.json')), await loaded(join(folder, 'taken.json'))]
  await taken.remember('/orders/may.csv')
  expect([broken.path, taken.path]).toEqual(['/documents', '/orders'])
})
