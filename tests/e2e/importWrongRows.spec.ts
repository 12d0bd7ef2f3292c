import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs } from '../support/app/app.ts'
import { expect, test } from './fixtures.ts'
import { choose, chooseFile, counts, start } from './support/importing.ts'
import { go, rowsOf } from './support/screens.ts'

const wrong = `reference,sku,quantity,eta
b1,SMALL-TABLE,20,
b2,SMALL-TABLE,none,
,RED-CHAIR,5,
b1,RED-CHAIR,5,
b4,RED-CHAIR,5,31.12.2031
b5,RED-CHAIR
b6,RED-CHAIR,7,2031-12-31
`

const words = {
  en: {
    screen: 'Import',
    list: 'Rows that did not go in',
    save: 'Save wrong rows…',
    saved: 'Saved as wrong-rows.csv',
    heading: 'Line in the file,What is wrong',
    rows: [
      ['3', 'b2 · SMALL-TABLE · none', 'Quantity: enter a whole number, such as 3'],
      ['4', '· RED-CHAIR · 5', 'Batch: enter a value'],
      ['5', 'b1 · RED-CHAIR · 5', 'Batch b1 exists already, of SMALL-TABLE. Choose another reference.'],
      ['6', 'b4 · RED-CHAIR · 5 · 31.12.2031', 'Arrives: enter a date as YYYY-MM-DD'],
      ['7', 'b5 · RED-CHAIR', 'The row has 2 cells and the header 4. Check for a missing or a needless separator.'],
    ],
  },
  ko: {
    screen: '가져오기',
    list: '들어가지 않은 행',
    save: '오류 행 저장…',
    saved: 'wrong-rows.csv(으)로 저장했습니다',
    heading: '파일의 줄,오류 내용',
    rows: [
      ['3', 'b2 · SMALL-TABLE · none', '수량: 3과 같은 정수를 입력하세요'],
      ['4', '· RED-CHAIR · 5', '배치: 값을 입력하세요'],
      ['5', 'b1 · RED-CHAIR · 5', 'b1 배치는 SMALL-TABLE의 배치로 이미 있습니다. 다른 번호를 쓰세요.'],
      ['6', 'b4 · RED-CHAIR · 5 · 31.12.2031', '입고 예정일: 날짜를 YYYY-MM-DD로 입력하세요'],
      ['7', 'b5 · RED-CHAIR', '행의 칸은 2개, 머리글은 4개입니다. 구분 기호가 빠지거나 남지 않았는지 확인하세요.'],
    ],
  },
} as const

for (const language of ['en', 'ko'] as const)
  test.describe(language, () => {
    test.use({ language })
    test('wrong rows are listed with line and reason, saved, corrected and imported again', async ({
      app,
      window,
      userData,
    }) => {
      const t = words[language]
      const at = { app, window, userData }
      const save = join(userData, 'wrong-rows.csv')

      await test.step('the other rows go in', async () => {
        await go(window, t.screen)
        await choose(at, 'batches.csv', wrong)
        await start(window).click()
        expect(await counts(window)).toEqual(['2', '0', '5'])
        await expect.poll(() => rowsOf(window.getByRole('grid', { name: t.list }))).toEqual(t.rows)
      })

      await test.step('they are saved as they were, with the reason', async () => {
        await answerDialogs(app, { save })
        await window.getByRole('button', { name: t.save }).click()
        await expect(window.getByText(t.saved)).toBeVisible()
        const [head, first] = (await readFile(save, 'utf8')).split('\r\n')
        expect(head).toBe(`\uFEFFreference,sku,quantity,eta,${t.heading}`)
        expect(first).toContain('b2,SMALL-TABLE,none,,3,')
      })

      await test.step('corrected, they go in', async () => {
        const text = await readFile(save, 'utf8')
        const corrected = text
          .replace('none', '4')
          .replace('\n,RED', '\nb3,RED')
          .replace('b1,RED', 'b7,RED')
          .replace('31.12.2031', '2031-12-31')
        await writeFile(save, corrected)
        await chooseFile(at, save)
        await start(window).click()
        await expect.poll(() => counts(window)).toEqual(['4', '0', '1'])
      })
    })
  })

test('a hundred broken rows are all listed, and nothing goes in', async ({ app, window, userData }) => {
  const rows = Array.from({ length: 100 }, (_, index) => `b${index},SMALL-TABLE,-${index},`)
  await go(window, 'Import')
  await choose({ app, window, userData }, 'broken.csv', `reference,sku,quantity,eta\n${rows.join('\n')}\n`)
  await start(window).click()
  expect(await counts(window)).toEqual(['0', '0', '100'])
  const list = window.getByRole('grid', { name: 'Rows that did not go in' })
  await list.focus()
  await window.keyboard.press('End')
  await expect
    .poll(async () => (await rowsOf(list)).at(-1))
    .toEqual(['101', 'b99 · SMALL-TABLE · -99', 'Quantity: enter 1 or more'])
  await go(window, 'Stock')
  await expect(window.getByText('There is no stock yet.')).toBeVisible()
})
