import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan } from './support/keys.ts'
import { batchShown } from './support/stockTake.ts'

const BATCHES = 20
const FIRST_COUNTED = 12
const PAUSE = 250 // milliseconds that a practised person leaves between keys
const MOST_KEYS = 6
const MOST_TIME = 5000 // milliseconds

const refs = Array.from({ length: BATCHES }, (_, at) => `LOT-26-${String(at + 1).padStart(5, '0')}`)

test('twenty batches are walked by scanner and keypad alone, with few keys and in little time each', async ({
  window,
}) => {
  await given(
    window,
    ...refs.map((ref, at) => batch(ref, 30, { sku: `SKU-${at % 5}` })),
    ...refs.map((_, at) => order(`o${at}`, 28, { sku: `SKU-${at % 5}` })),
    ...[0, 1, 2, 3, 4].map((at) => batch(`SPARE-${at}`, 28, { sku: `SKU-${at}` })),
  )
  const done = window.getByRole('region', { name: 'Done' })
  const confirm = window.getByRole('button', { name: /^(Remove|Set to) \d/ })
  const walked: { ref: string; entered: string; keys: string; milliseconds: number }[] = []
  let isCounting = false
  for (const [at, ref] of refs.entries()) {
    const keys: string[] = []
    const press = async (key: string) => {
      keys.push(key)
      await window.waitForTimeout(PAUSE)
      await window.keyboard.press(key)
    }
    const start = performance.now()
    await scan(window, ref)
    await expect(batchShown(window, ref)).toBeVisible()
    if (isCounting !== at >= FIRST_COUNTED) await press('*') // the others are counted
    isCounting = at >= FIRST_COUNTED
    for (const digit of isCounting ? '29' : '3') await press(digit)
    await press('Enter')
    if (at === 0) await press('2') // broken, and so are all that follow
    await expect(confirm).toBeFocused()
    await expect(confirm).toBeEnabled() // what it does was seen
    await press('Enter')
    await expect(done).toContainText(ref)
    const [entered = ''] = await done.getByRole('status').allInnerTexts()
    walked.push({ ref, entered, keys: keys.join(' '), milliseconds: Math.round(performance.now() - start) })
  }
  console.table(walked)
  const text = (ref: string, at: number) =>
    at < FIRST_COUNTED ? `3 units removed from ${ref}` : `Batch ${ref} holds 29 now`
  expect(walked.map(({ entered }) => entered)).toEqual(refs.map(text))
  expect(walked.filter(({ keys }) => keys.split(' ').length > MOST_KEYS)).toEqual([])
  expect(walked.filter(({ milliseconds }) => milliseconds > MOST_TIME)).toEqual([])
})
