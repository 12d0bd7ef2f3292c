import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { choose, counts, start } from './support/importing.ts'
import { scan } from './support/keys.ts'
import { go, screenNames } from './support/screens.ts'

/** What a screen without anything to show says. */
const empty = {
  en: {
    'Stock-take': 'There are no batches yet.',
    Allocations: 'There are no order lines yet.',
    Stock: 'There is no stock yet.',
    Notices: 'There are no notices.',
    History: 'Nothing has happened yet.',
  },
  ko: {
    '재고 조사': '아직 배치가 없습니다.',
    '할당 현황': '아직 주문 라인이 없습니다.',
    재고: '아직 재고가 없습니다.',
    알림: '알림이 없습니다.',
    이력: '아직 아무 일도 없었습니다.',
  },
} as const

for (const language of ['en', 'ko'] as const)
  test.describe(language, () => {
    test.use({ language })
    test('a screen without anything to show says so', async ({ window }) => {
      expect(await screenNames(window)).toEqual(expect.arrayContaining(Object.keys(empty[language])))
      for (const [screen, text] of Object.entries(empty[language]))
        await test.step(screen, async () => {
          await go(window, screen)
          await expect(window.getByText(text)).toBeVisible()
        })
    })
  })

// What axe looks at is the same in every language but for the texts, of which tests/unit/languages finds any that is missing.
test.describe('everyone can use', () => {
  test('a screen without anything to show', async ({ window }) => {
    for (const screen of await screenNames(window))
      await test.step(screen, async () => {
        await go(window, screen)
        await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible()
        await expectAccessible(window)
      })
  })

  test('a screen that is full of things', async ({ window }) => {
    await given(window, batch('b1', 20), order('o1', 16), order('o2', 2), order('o3', 2), batch('b2', 3))
    await given(window, damage('b2', 1), order('o4', 9, { dueDate: '2031-01-01' }))
    await given(window, batch('b3', 2, { eta: '2031-02-02' }))
    // The navigation adds the number of unread notices to a name a moment later.
    await expect(window.getByRole('navigation').getByRole('button', { name: /^Notices, / })).toBeVisible()
    const main = window.getByRole('main')
    for (const screen of await screenNames(window))
      await test.step(screen, async () => {
        await go(window, screen)
        await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
        if (screen === 'Stock') {
          await main.getByRole('grid').focus()
          await window.keyboard.press('Enter')
          await expect(main.getByRole('grid')).toHaveCount(2)
        }
        await expectAccessible(window)
      })
  })

  test('everything that is entered', async ({ app, window, userData }) => {
    await given(window, batch('b1', 20), order('o1', 16), order('o2', 2), order('o3', 2), batch('b2', 3))
    const main = window.getByRole('main')
    await test.step('what will happen', async () => {
      const form = main.getByRole('form')
      await scan(window, 'b1')
      await form.getByRole('textbox').first().fill('3')
      await expect(form.getByRole('gridcell', { name: 'o2' })).toBeVisible()
      await expectAccessible(window)
      await form.getByRole('button', { name: /^Remove/ }).click()
      await expect(form.locator('[data-invalid]').first()).toBeVisible()
      await expectAccessible(window)
    })
    await test.step('what is wrong', async () => {
      await go(window, 'Receive & order')
      await main.getByRole('button', { name: 'Add the batch' }).click()
      await expect(main.locator('[aria-invalid=true]').filter({ visible: true }).first()).toBeVisible()
      await expectAccessible(window)
    })
    await test.step('what is imported', async () => {
      await go(window, 'Import')
      await choose({ app, window, userData }, 'some.csv', 'ref,sku,quantity\nb9,BED,x\n')
      await expect(start(window)).toBeVisible()
      await expectAccessible(window)
      await start(window).click()
      await counts(window)
      await expectAccessible(window)
    })
  })
})
