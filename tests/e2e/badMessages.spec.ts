import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given, written } from './support/given.ts'

// What a page could send that no screen of ours does: as if its script were another's.

test('a message that is none is answered with why', async ({ window }) => {
  await given(window, batch('b1', 5))
  const before = await written(window)
  const answers = await window.evaluate(async () => {
    const { warehouse } = globalThis.window
    const { handle, preview, view, importFile, cancelImport, saveRejected, setOperator } =
      warehouse as unknown as Record<string, (...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>>
    const good = { type: 'BatchCreated', ref: 'b9', sku: 'S', qty: 1 }
    let deep: object = {}
    for (let level = 0; level < 500; level++) deep = { deep }
    const calls = {
      'an unknown type': handle!({ type: 'Robbed' }, 'i1'),
      'a type of the core itself': handle!({ type: 'Allocated', ref: 'b1' }, 'i2'),
      'a type of every object': handle!({ type: 'constructor' }, 'i3'),
      'no type': preview!({}),
      'an unknown field': handle!({ ...good, price: 3 }, 'i4'),
      'a quantity as text': handle!({ ...good, qty: '1' }, 'i5'),
      'no number': handle!({ ...good, qty: Number.NaN }, 'i6'),
      'a list': handle!([good], 'i7'),
      'a text': handle!('BatchCreated', 'i8'),
      nothing: handle!(null, 'i9'),
      'no id': handle!(good),
      'an id that is no text': handle!(good, { id: 1 }),
      'an endless id': handle!(good, 'x'.repeat(101)),
      'a huge text': handle!({ ...good, ref: 'x'.repeat(5_000_000) }, 'i10'),
      'a huge list': preview!({ ...good, sku: Array.from({ length: 200_000 }, (_, index) => index) }),
      'a deep object': preview!({ ...good, sku: deep }),
      'half a character as a name': setOperator!('Kim\ud800'),
      'a name that grows when it is written as messages are': setOperator!('\u0958'.repeat(80)),
      'many fields': preview!(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, index]))),
      'an unknown view': view!('passwords', {}),
      'a view of every object': view!('__proto__', {}),
      'an unknown parameter': view!('lines', { where: '1=1' }),
      'a cursor of another list': view!('lines', { after: ['x', 'y'] }),
      'more rows than a page has': view!('lines', { limit: 1e9 }),
      'a file that nobody chose': importFile!({ file: crypto.randomUUID(), kind: 'batches', mapping: {} }),
      'a path instead of a file': importFile!({ file: '/etc/passwd', kind: 'batches', mapping: {} }),
      'an import of nothing that is cancelled': cancelImport!('/etc/passwd'),
      'rows of a file that was not imported': saveRejected!({ file: '/etc/passwd', headings: {}, reasons: [] }),
    }
    const codes: Record<string, string | undefined> = {}
    for (const [what, call] of Object.entries(calls)) codes[what] = (await call).error?.code
    return codes
  })
  const { 'a file that nobody chose': notChosen, ...others } = answers
  expect(notChosen).toBe('Unexpected')
  expect(new Set(Object.values(others))).toEqual(new Set(['InvalidMessage']))
  expect(await written(window)).toBe(before)
})

test('what no message can hold does not leave the page', async ({ window }) => {
  const outcome = await window.evaluate(async () => {
    const run = { type: 'BatchCreated', ref: () => 'b1', sku: 'S', qty: 1 }
    return globalThis.window.warehouse.preview(run as never).then(
      ({ ok }) => (ok ? 'done' : 'refused'),
      () => 'thrown',
    )
  })
  expect(['refused', 'thrown']).toContain(outcome)
})

test('an id answers what it came to, and refuses to stand for anything else', async ({ window }) => {
  const answers = await window.evaluate(async () => {
    const { handle } = globalThis.window.warehouse
    const message = (qty: number) => ({ type: 'BatchCreated', ref: 'b1', sku: 'S', qty, eta: null }) as const
    return [await handle(message(5), 'once'), await handle(message(5), 'once'), await handle(message(6), 'once')]
  })
  expect(answers[0]?.ok).toBe(true)
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toMatchObject({ ok: false, error: { code: 'InvalidMessage' } })
})
