import type { Locator, Page } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given, written } from './support/given.ts'
import { scan } from './support/keys.ts'

const words = {
  en: {
    receive: 'Receive & order',
    damage: { form: 'Damaged', confirm: /^Remove/, qty: 'Damaged (removes)', note: /^Note/ },
    batch: { form: 'Receive a batch', confirm: 'Add the batch', ref: 'Batch', sku: 'SKU', qty: 'Quantity' },
    order: { form: 'Allocate an order line', confirm: 'Allocate the line', id: 'Order', line: 'Line number' },
    missing: { ref: 'Batch: enter a value', sku: 'SKU: enter a value', qty: 'Quantity: enter a value' },
    missingOrder: { id: 'Order: enter a value', reason: 'Choose a reason' },
    tooLong: { ref: 'Batch: at most 80 characters', note: 'Note: at most 500 characters' },
    whole: 'Quantity: enter a whole number, such as 3',
    tooSmall: 'Quantity: enter 1 or more',
    tooLarge: 'Quantity: enter 1,000,000,000 or less',
    lineTooSmall: 'Line: enter 1 or more',
    control: 'Batch: remove line breaks and control characters',
    notFound: 'No batch “x9”. Check the label, or receive the batch first.',
    notEnough: 'Batch b1 holds only 5. Enter 5 or less.',
    duplicate: 'Batch b1 exists already, of SMALL-TABLE. Choose another reference.',
    unknownSku: 'No batch of NOTHING was ever received. Check the SKU, or receive a batch of it first.',
    conflict: 'Line 1 of order o1 for SMALL-TABLE exists already with quantity 2 and due date – (Allocated).',
  },
  ko: {
    receive: '입고·주문',
    damage: { form: '손상', confirm: /차감$/, qty: '손상 수량 (차감)', note: /^메모/ },
    batch: { form: '배치 입고', confirm: '배치 추가', ref: '배치', sku: 'SKU', qty: '수량' },
    order: { form: '주문 라인 할당', confirm: '라인 할당', id: '주문', line: '라인 번호' },
    missing: { ref: '배치: 값을 입력하세요', sku: 'SKU: 값을 입력하세요', qty: '수량: 값을 입력하세요' },
    missingOrder: { id: '주문: 값을 입력하세요', reason: '사유를 선택하세요' },
    tooLong: { ref: '배치: 80자까지 입력할 수 있습니다', note: '메모: 500자까지 입력할 수 있습니다' },
    whole: '수량: 3과 같은 정수를 입력하세요',
    tooSmall: '수량: 1 이상을 입력하세요',
    tooLarge: '수량: 1,000,000,000 이하를 입력하세요',
    lineTooSmall: '라인: 1 이상을 입력하세요',
    control: '배치: 줄 바꿈과 제어 문자를 지우세요',
    notFound: '‘x9’ 배치가 없습니다. 라벨을 확인하거나 먼저 입고하세요.',
    notEnough: 'b1 배치에는 5개만 있습니다. 5 이하를 입력하세요.',
    duplicate: 'b1 배치는 SMALL-TABLE의 배치로 이미 있습니다. 다른 번호를 쓰세요.',
    unknownSku: 'NOTHING의 배치가 입고된 적이 없습니다. SKU를 확인하거나 먼저 배치를 입고하세요.',
    conflict: '주문 o1의 SMALL-TABLE 라인 1은(는) 수량 2, 납기일 –(할당됨)로 이미 있습니다.',
  },
} as const
type Words = (typeof words)['en' | 'ko']

const wrongQuantities = ({ whole, tooSmall, tooLarge }: Words) =>
  [
    ['0', tooSmall],
    ['-3', tooSmall],
    ['2.5', whole],
    ['three', whole],
    ['1e3', whole],
    ['9007199254740992', tooLarge],
  ] as const

/** What is entered is refused beside the field as soon as it is there, and, when given, by the button that would confirm it. */
async function expectRefused(field: Locator, value: string, why: string, confirm?: Locator): Promise<void> {
  await field.fill(value)
  await expectProblem(field, why)
  if (!confirm) return
  await confirm.click()
  await expectProblem(field, why)
}

const expectProblem = (field: Locator, why: string) =>
  expect(field).toHaveAccessibleDescription(new RegExp(why.replace(/[.()]/g, '\\$&')))

async function refuseDamages(window: Page, t: Words) {
  await scan(window, 'x9')
  await expect(window.getByRole('alert')).toHaveText(t.notFound)
  await scan(window, 'b1')
  const form = window.getByRole('form', { name: t.damage.form })
  const field = form.getByRole('textbox', { name: t.damage.qty })
  const confirm = form.getByRole('button', { name: t.damage.confirm })
  await confirm.click()
  await expectProblem(field, t.missing.qty)
  await expect(form).toContainText(t.missingOrder.reason)
  await expect(field).toBeFocused()
  for (const [value, why] of wrongQuantities(t)) await expectRefused(field, value, why)
  await expectRefused(field, '6', t.notEnough, confirm)
  await field.fill('1')
  await expectRefused(form.getByRole('textbox', { name: t.damage.note }), 'x'.repeat(501), t.tooLong.note, confirm)
}

async function refuseBatches(window: Page, t: Words) {
  const form = window.getByRole('form', { name: t.batch.form })
  const confirm = form.getByRole('button', { name: t.batch.confirm })
  const ref = form.getByRole('textbox', { name: t.batch.ref, exact: true })
  const sku = form.getByRole('combobox', { name: t.batch.sku })
  const qty = form.getByRole('textbox', { name: t.batch.qty })
  await confirm.click()
  for (const [field, why] of [
    [ref, t.missing.ref] as const,
    [sku, t.missing.sku] as const,
    [qty, t.missing.qty] as const,
  ])
    await expectProblem(field, why)
  await expect(ref).toBeFocused()
  await sku.fill('NEW')
  for (const [value, why] of wrongQuantities(t)) await expectRefused(qty, value, why)
  await qty.fill('1')
  await expectRefused(ref, 'x'.repeat(81), t.tooLong.ref)
  await expectRefused(ref, 'b\t2', t.control)
  await expectRefused(ref, 'b1', t.duplicate, confirm)
}

async function refuseOrders(window: Page, t: Words) {
  const form = window.getByRole('form', { name: t.order.form })
  const confirm = form.getByRole('button', { name: t.order.confirm })
  const id = form.getByRole('textbox', { name: t.order.id, exact: true })
  const sku = form.getByRole('combobox', { name: t.batch.sku })
  const qty = form.getByRole('textbox', { name: t.batch.qty })
  const line = form.getByRole('textbox', { name: t.order.line })
  await confirm.click()
  await expectProblem(id, t.missingOrder.id)
  await id.fill('o1')
  await qty.fill('3')
  await expectRefused(sku, 'NOTHING', t.unknownSku, confirm)
  await sku.fill('SMALL-TABLE')
  await expectProblem(line, t.conflict)
  await expectRefused(line, '0', t.lineTooSmall, confirm)
}

for (const language of ['en', 'ko'] as const)
  test.describe(language, () => {
    test.use({ language })
    test('what cannot be is refused beside its field, and nothing is written', async ({ window }) => {
      const t = words[language]
      await given(window, batch('b1', 5), order('o1', 2))
      const before = await written(window)
      await test.step('a damage', () => refuseDamages(window, t))
      await window.getByRole('navigation').getByRole('button', { name: t.receive }).click()
      await test.step('a batch', () => refuseBatches(window, t))
      await test.step('an order line', () => refuseOrders(window, t))
      expect(await written(window)).toBe(before)
    })
  })
