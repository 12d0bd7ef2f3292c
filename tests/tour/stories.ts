import type { Guide } from './guide.ts'

/** The two stories of the chapter that this app comes from, and what a warehouse does before and after. */
export async function stories(guide: Guide): Promise<void> {
  await guide.picture('stock-take-empty')
  await files(guide)
  await leakingRoof(guide)
  await customs(guide)
  await failedInspection(guide)
  await arrival(guide)
  await dispatch(guide)
  await overview(guide)
  await undo(guide)
  await whatIf(guide)
  await asOf(guide)
}

async function files(guide: Guide): Promise<void> {
  const { texts } = guide
  await guide.story('The batches and the orders come from files')
  await guide.go('import')
  await guide.picture('import-empty')
  await guide.chooseFile('batches.csv', texts.import.choose)
  await guide.picture('import-columns')
  await guide.step('batches.csv is imported', () => run(guide))
  await guide.chooseFile('orders.csv', texts.import.another)
  await guide.step('orders.csv is imported; two of its rows are wrong, and are listed', () => run(guide))
  await guide.picture('import-result')
}

async function run(guide: Guide): Promise<void> {
  await guide.press(guide.texts.import.start)
  await guide.screen.getByText(guide.texts.import.unchanged, { exact: true }).waitFor()
}

async function leakingRoof(guide: Guide): Promise<void> {
  await guide.story('The roof leaks: three SPRINGY-MATTRESSes of batch MATTRESS-1 are soaked')
  await guide.go('stockTake')
  await reportDamage(guide, { scan: 'MATTRESS-1', qty: '3', reason: guide.texts.reason.water, name: 'leaking-roof' })
}

async function customs(guide: Guide): Promise<void> {
  const { texts, window, screen } = guide
  await guide.story('A document is missing: the RELIABLE-FORKs of shipment FORK-2 stay in customs for weeks')
  await guide.go('stockTake')
  await screen.getByLabel(texts.stockTake.find).fill('FORK-2')
  await window.keyboard.press('Enter')
  await screen.getByRole('tab', { name: texts.stockTake.arrival }).click()
  await screen.getByRole('spinbutton').first().click()
  await window.keyboard.type(guide.language === 'en' ? '02122027' : '20270212')
  await screen.getByRole('heading', { name: texts.outcome.will }).waitFor()
  await guide.picture('delay-preview')
  await guide.step('FORK-2 is put off until 12 February 2027', async () => {
    await guide.press(texts.stockTake.confirmArrival)
    await screen.getByRole('region', { name: texts.outcome.did }).waitFor()
  })
}

async function failedInspection(guide: Guide): Promise<void> {
  await guide.story('Of those in the warehouse, three fail the safety check')
  await guide.go('stockTake')
  const damage = { scan: 'FORK-1', qty: '3', reason: guide.texts.reason.failedInspection, name: 'failed-inspection' }
  await reportDamage(guide, damage)
}

type Damage = { scan: string; qty: string; reason: string; name: string }

async function reportDamage(guide: Guide, { scan, qty, reason, name }: Damage): Promise<void> {
  const { texts, window, screen } = guide
  await screen.getByRole('tab', { name: texts.stockTake.damage }).click()
  await screen.getByLabel(texts.stockTake.find).fill(scan)
  await window.keyboard.press('Enter')
  await screen.getByLabel(texts.stockTake.damagedUnits).fill(qty)
  await screen.getByRole('radiogroup', { name: texts.stockTake.reason }).getByText(reason, { exact: true }).click()
  const confirm = screen.getByRole('button', { name: new RegExp(qty) })
  await confirm.waitFor()
  await guide.picture(`${name}-preview`)
  await guide.step(`${qty} of ${scan} are reported as damaged`, async () => {
    await confirm.click()
    await screen.getByRole('region', { name: texts.outcome.did }).waitFor()
  })
  await guide.picture(`${name}-result`)
}

async function arrival(guide: Guide): Promise<void> {
  const { texts, screen } = guide
  await guide.story('More forks arrive, and what waits for them is filled')
  await guide.go('receive')
  const form = screen.getByRole('form', { name: texts.receive.batch })
  await form.getByLabel(texts.field.ref).fill('FORK-3')
  await form.getByLabel(texts.field.sku).fill('RELIABLE-FORK')
  await form.getByLabel(texts.field.qty).fill('30')
  await form.getByRole('heading', { name: texts.outcome.will }).waitFor()
  await guide.picture('receive-preview')
  await guide.step('batch FORK-3 is received', async () => {
    await guide.press(texts.receive.addBatch)
    await screen.getByRole('status').filter({ hasText: 'FORK-3' }).waitFor()
  })
  const line = screen.getByRole('form', { name: texts.receive.line })
  await line.getByLabel(texts.field.orderId).fill('O-1030')
  await line.getByLabel(texts.field.sku).fill('COMFY-SOFA')
  await line.getByLabel(texts.field.qty).fill('3')
  await line.getByRole('heading', { name: texts.outcome.will }).waitFor()
  await guide.picture('order-preview')
  await guide.step('a line of order O-1030 asks for three COMFY-SOFAs', async () => {
    await guide.press(texts.receive.allocate)
    await screen.getByRole('status').filter({ hasText: texts.receive.waits }).waitFor()
  })
}

async function dispatch(guide: Guide): Promise<void> {
  const { texts, window, screen } = guide
  await guide.story('Order O-1007 is loaded: what is in the warehouse leaves, the rest stays')
  await guide.go('allocations')
  await screen.getByRole('textbox', { name: texts.field.orderId, exact: true }).fill('O-1007')
  await screen.getByRole('row', { name: /HIGHBROW-SPOON/ }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: texts.order.dispatch }).click()
  await dialog.getByRole('heading', { name: texts.outcome.will }).waitFor()
  await guide.picture('dispatch-preview')
  await guide.step('order O-1007 is dispatched', async () => {
    await dialog.getByRole('button', { name: texts.order.dispatchConfirm, exact: true }).click()
    await dialog.getByRole('status').waitFor()
  })
  await dialog.getByRole('button', { name: texts.order.close }).click()
  await guide.press(texts.list.clear)
}

async function undo(guide: Guide): Promise<void> {
  const { texts, window, screen } = guide
  await guide.story('The mattresses have dried: the damage is undone')
  await guide.go('history')
  await screen.getByRole('combobox', { name: texts.field.sku }).fill('SPRINGY-MATTRESS')
  await window.keyboard.press('Escape') // the suggestions
  const damage = screen.getByRole('row', { name: new RegExp(texts.history.message.StockDamaged) })
  await damage.getByRole('button', { name: texts.undo.undo }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('heading', { name: texts.outcome.will }).waitFor()
  await guide.picture('undo-preview')
  await guide.step('the damage of MATTRESS-1 is undone', async () => {
    await dialog.getByRole('button', { name: texts.undo.what.StockDamaged, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  })
  await damage.last().click() // its undo, above it, names it too
  await guide.picture('history')
}

async function overview(guide: Guide): Promise<void> {
  const { texts, screen } = guide
  await guide.story('A manager looks at what moved, what waits, and why')
  await guide.go('allocations')
  await screen.getByRole('gridcell', { name: 'O-1030' }).waitFor()
  await guide.picture('allocations')
  await guide.go('stock')
  await screen.getByRole('row', { name: /RELIABLE-FORK/ }).click()
  await screen.getByRole('grid', { name: /RELIABLE-FORK/ }).waitFor()
  await guide.picture('stock')
  await guide.go('notices')
  await screen.getByRole('grid', { name: texts.notices.title }).getByRole('row').nth(1).click()
  await screen.getByRole('grid', { name: texts.notices.ofCause }).getByRole('row').nth(1).waitFor()
  await guide.picture('notices')
  await guide.step('all notices are marked as read', () => guide.press(texts.notices.markRead))
}

async function whatIf(guide: Guide): Promise<void> {
  const { texts, window, screen } = guide
  await guide.story('What if the other batch of SPRINGY-MATTRESSes were lost? Nothing is entered')
  await guide.go('whatIf')
  const form = screen.getByRole('form', { name: texts.whatIf.add })
  await form.getByRole('combobox', { name: texts.field.ref }).fill('MATTRESS-2')
  await window.keyboard.press('Escape') // the suggestions
  await guide.step('MATTRESS-2 is lost on the board only', async () => {
    await form.getByRole('button', { name: texts.whatIf.addIt }).click()
    await screen.getByRole('grid', { name: texts.whatIf.group.lines }).getByRole('row').nth(1).click()
  })
  await guide.picture('what-if')
}

async function asOf(guide: Guide): Promise<void> {
  const { texts, screen } = guide
  await guide.story('Who was short then, and how did it come to it?')
  await guide.go('asOf')
  await screen.getByRole('grid', { name: texts.asOf.kind.all }).getByRole('row').nth(1).click()
  await screen.getByRole('grid', { name: texts.asOf.timeline }).getByRole('row').nth(1).click()
  await screen.getByRole('grid', { name: texts.asOf.standing }).getByRole('row').nth(1).waitFor()
  await guide.picture('as-of-then')
}
