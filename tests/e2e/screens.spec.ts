import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { choose, counts, start } from './support/importing.ts'
import { scan } from './support/keys.ts'
import { go, screenNames } from './support/screens.ts'

const words = {
  en: {
    empty: {
      'Stock-take': 'There are no batches yet.',
      Allocations: 'There are no order lines yet.',
      Stock: 'There is no stock yet.',
      Notices: 'There are no notices.',
      History: 'Nothing has happened yet.',
    },
    names: {
      stockTake: 'Stock-take',
      stock: 'Stock',
      receive: 'Receive & order',
      import: 'Import',
      settings: 'Settings',
    },
    remove: /^Remove/,
    addBatch: 'Add the batch',
  },
  ko: {
    empty: {
      '재고 조사': '아직 배치가 없습니다.',
      '할당 현황': '아직 주문 라인이 없습니다.',
      재고: '아직 재고가 없습니다.',
      알림: '알림이 없습니다.',
      이력: '아직 아무 일도 없었습니다.',
    },
    names: { stock: '재고', receive: '입고·주문', import: '가져오기', settings: '설정' },
    remove: /차감$/,
    addBatch: '배치 추가',
  },
} as const

async function expectAccessible(window: Page, part = 'body'): Promise<void> {
  // In legacy mode, since it cannot open another page in Electron.
  const axe = new AxeBuilder({ page: window }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.include(part).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  expect.soft(found).toEqual([])
}

// Colours know no language: each is looked at in one.
const colours = { en: 'light', ko: 'dark' } as const

for (const language of ['en', 'ko'] as const)
  test.describe(language, () => {
    test.use({ language })
    test.beforeEach(({ window }) => window.emulateMedia({ colorScheme: colours[language], reducedMotion: 'reduce' }))
    const { empty, names, addBatch, remove } = words[language]

    test('a screen without anything to show says so, and everyone can use it', async ({ window }) => {
      const screens = await screenNames(window)
      expect(screens).toEqual(expect.arrayContaining(Object.keys(empty)))
      for (const screen of screens)
        await test.step(screen, async () => {
          await go(window, screen)
          const text = empty[screen as keyof typeof empty]
          if (text) await expect(window.getByText(text)).toBeVisible()
          await expectAccessible(window)
        })
    })

    test('a screen that is full of things can be used by everyone', async ({ window }) => {
      await given(window, batch('b1', 20), order('o1', 16), order('o2', 2), order('o3', 2), batch('b2', 3))
      await given(window, damage('b2', 1), order('o4', 9, { dueDate: '2031-01-01' }))
      await given(window, batch('b3', 2, { eta: '2031-02-02' }))
      const main = window.getByRole('main')
      for (const [at, screen] of (await screenNames(window)).entries())
        await test.step(screen, async () => {
          await window.keyboard.press(`Control+${at + 1}`)
          await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
          if (screen === names.stock) {
            await main.getByRole('grid').focus()
            await window.keyboard.press('Enter')
            await expect(main.getByRole('grid')).toHaveCount(2)
          }
          await expectAccessible(window)
        })
    })

    test('so can everything that is entered', async ({ app, window, userData }) => {
      await given(window, batch('b1', 20), order('o1', 16), order('o2', 2), order('o3', 2), batch('b2', 3))
      const main = window.getByRole('main')
      await test.step('what will happen', async () => {
        const form = main.getByRole('form')
        await scan(window, 'b1')
        await form.getByRole('textbox').first().fill('3')
        await expect(form.getByRole('gridcell', { name: 'o2' })).toBeVisible()
        await expectAccessible(window)
        await form.getByRole('button', { name: remove }).click()
        await expect(form.locator('[data-invalid]').first()).toBeVisible()
        await expectAccessible(window)
      })
      await test.step('what is wrong', async () => {
        await go(window, names.receive)
        await main.getByRole('button', { name: addBatch }).click()
        await expect(main.locator('[aria-invalid=true]').filter({ visible: true }).first()).toBeVisible()
        await expectAccessible(window)
      })
      await test.step('what is imported', async () => {
        await go(window, names.import)
        await choose({ app, window, userData }, 'some.csv', 'ref,sku,quantity\nb9,BED,x\n')
        await expect(start(window)).toBeVisible()
        await expectAccessible(window)
        await start(window).click()
        await counts(window)
        await expectAccessible(window)
      })
      await test.step(names.settings, async () => {
        await go(window, names.settings)
        await window.getByRole('dialog').waitFor()
        await expectAccessible(window, '[role=dialog]')
      })
    })
  })
