import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs } from '../support/app/app.ts'
import { expect, test } from './fixtures.ts'
import { written } from './support/given.ts'
import { choose, chooseFile, counts, start } from './support/importing.ts'
import { go } from './support/screens.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')
const good = 'reference,sku,quantity\nb1,SMALL-TABLE,5\n'

const files = [
  ['empty.csv', '', 'The file is empty. Choose a file with a header row and at least one row below it.'],
  ['blank.csv', '\n \n\n', 'The file is empty. Choose a file with a header row and at least one row below it.'],
  ['header.csv', 'reference,sku,quantity\n', 'The file has a header row and nothing below it.'],
  ['picture.csv', png, 'This is not a text file. In your spreadsheet program, save it as CSV.'],
  [
    'quote.csv',
    `reference,sku,quantity\nb1,"${'x'.repeat(70_000)}`,
    'Line 2 is longer than 65,536 characters, which no row is. Check its quotes.',
  ],
] as const

test('a file that cannot be imported is refused with what to do, and the next one can be', async ({
  app,
  window,
  userData,
}) => {
  const at = { app, window, userData }
  await go(window, 'Import')
  for (const [name, content, why] of files)
    await test.step(name, async () => {
      await choose(at, name, content)
      await expect(window.getByRole('alert')).toHaveText(why)
    })
  await test.step('a file that is not there', async () => {
    await chooseFile(at, join(userData, 'gone.csv'))
    await expect(window.getByRole('alert')).toContainText('The file cannot be read.')
  })
  await test.step('a file of other columns', async () => {
    await choose(at, 'people.csv', 'Name,Town\nKim,Seoul\n')
    await expect(start(window)).toBeDisabled()
    await expect(window.getByRole('alert')).toHaveText(
      'The headings do not say what the file holds: choose it, and then which column is what.',
    )
  })
  await test.step('a file that changed after it was chosen', async () => {
    await choose(at, 'changing.csv', good)
    await expect(start(window)).toBeEnabled() // it was read
    await writeFile(join(userData, 'changing.csv'), `sku,reference,quantity\nSMALL-TABLE,b1,5\n`)
    await start(window).click()
    await expect(window.getByRole('alert')).toHaveText('The file has changed since it was chosen. Choose it again.')
  })
  expect(await written(window)).toBe(0)
  await choose(at, 'good.csv', good)
  await expect(window.getByRole('alert')).toHaveCount(0)
  await start(window).click()
  expect(await counts(window)).toEqual(['1', '0', '0'])
})

test('who chooses no file, or no place to save, is where they were', async ({ app, window, userData }) => {
  await go(window, 'Import')
  await answerDialogs(app, {})
  const another = window.getByRole('button', { name: /^Choose/ })
  await another.click()
  await choose({ app, window, userData }, 'one-wrong.csv', `${good}b2,SMALL-TABLE,x\n`)
  await expect(start(window)).toBeEnabled()
  await answerDialogs(app, {})
  await another.click()
  await start(window).click()
  expect(await counts(window)).toEqual(['1', '0', '1'])
  await window.getByRole('button', { name: 'Save wrong rows…' }).click()
  await expect(window.getByText('Saved as')).toHaveCount(0)
  await expect(window.getByRole('alert')).toHaveCount(0)
})

test('a place that cannot be written to is said so', async ({ app, window, userData }) => {
  await go(window, 'Import')
  await choose({ app, window, userData }, 'wrong.csv', `${good}b2,SMALL-TABLE,x\n`)
  await start(window).click()
  await answerDialogs(app, { save: join(userData, 'nowhere/wrong.csv') })
  await window.getByRole('button', { name: 'Save wrong rows…' }).click()
  await expect(window.getByRole('alert')).toContainText('The file cannot be written.')
})
