import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { answerDialogs } from '../support/app/app.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { givenRows } from './support/importing.ts'
import { go } from './support/screens.ts'

test('a list leaves the app whole, as it is filtered: for Excel, as CSV and on numbered pages', async ({
  app,
  window,
  userData,
}) => {
  await givenRows({ app, window, userData }, ['reference,sku,quantity', 'b1,SMALL-TABLE,1000', 'x1,CHAIR,1000'])
  await givenRows({ app, window, userData }, [
    'order,sku,quantity,due',
    ...Array.from({ length: 1200 }, (_, at) => `o${at + 1},SMALL-TABLE,1,2031-05-01`),
  ])
  await given(window, batch('evil', 1, { sku: '=1+1' }), order('o1', 5, { sku: '=1+1' }))
  const take = async (list: string, what: string, name: string) => {
    const save = join(userData, name)
    await answerDialogs(app, { save })
    await window.getByRole('button', { name: `Save or print: ${list}` }).click()
    await window.getByRole('menuitem', { name: what }).click()
    await expect(window.getByText(new RegExp(`^${name} was saved`))).toBeVisible()
    return save
  }

  await test.step('all lines of a filter, beyond those that are loaded, with numbers and dates', async () => {
    await go(window, 'Allocations')
    await window.getByRole('searchbox').fill('small')
    await expect(window.getByRole('status')).toHaveText(/rows/)
    const [sheet] = await readWorkbook(await take('Allocations', 'Save for Excel…', 'lines.xlsx'))
    expect(sheet?.data).toHaveLength(1201)
    expect(sheet?.data[1]?.slice(0, 6)).toEqual(['o1200', 1, 'SMALL-TABLE', 1, new Date('2031-05-01'), 'Waiting'])
    const pdf = await readFile(await take('Allocations', 'Save as PDF…', 'lines.pdf'), 'latin1')
    expect((pdf.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(20)
  })

  await test.step('what is short, for the supplier', async () => {
    await go(window, 'Shortages')
    const csv = await readFile(await take('Shortages', 'Save as CSV…', 'short.csv'), 'utf8')
    const rows = csv.split('\r\n').map((row) => row.split(',').slice(0, 4))
    expect(rows).toEqual([
      ['\ufeffSKU', 'Lines', 'Units short', 'Earliest due'],
      expect.arrayContaining(['SMALL-TABLE', '200']),
      ['"\'=1+1"', '1', '5', ''],
      [''],
    ])
  })

  await test.step('stock, notices and history', async () => {
    await go(window, 'Stock')
    expect(await readFile(await take('Stock', 'Save as CSV…', 'stock.csv'), 'utf8')).toContain(
      'SMALL-TABLE,1000,0,1000,0',
    )
    await window
      .getByRole('navigation')
      .getByRole('button', { name: /^Notices/ })
      .click()
    expect(
      (await readFile(await take('Notices', 'Save as CSV…', 'notices.csv'), 'utf8')).split('\r\n').length,
    ).toBeGreaterThan(2)
    await go(window, 'History')
    expect(await readFile(await take('History', 'Save as CSV…', 'history.csv'), 'utf8')).toContain('Kim')
  })
})
