import { expect, test } from 'vitest'
import { ScanDetector, type ScannerSettings } from '../../../renderer/shell/scanner/scanDetector.ts'

type Pressed = Partial<KeyboardEvent> & { readonly key: string }

const detecting = (settings: Partial<ScannerSettings> = {}) =>
  new ScanDetector(() => ({ gap: 35, prefix: '', suffix: '', ...settings }))

/** What comes of the last of the keys, which follow each other after so many milliseconds. */
function press(detector: ScanDetector, gaps: number, keys: readonly (string | Pressed)[], from = 1000) {
  const steps = keys.map((pressed, at) => {
    const key = typeof pressed === 'string' ? { key: pressed } : pressed
    const event = { code: '', shiftKey: false, getModifierState: () => false, ...key, timeStamp: from + at * gaps }
    return detector.press(event as KeyboardEvent)
  })
  return steps.at(-1)
}
const keysOf = (label: string) => [...label, 'Enter']
const scanOf = (code: string, isRepeat = false) => ({ kind: 'scan', code, isRepeat })
const other = { kind: 'other' }

test('keys at the pace of a scanner with Enter at their end are a scan, at that of a person they are not', () => {
  const paces = [1, 10, 34, 60, 120].map((gaps) => press(detecting(), gaps, keysOf('LOT-7')))
  expect(paces).toEqual([scanOf('LOT-7'), scanOf('LOT-7'), scanOf('LOT-7'), other, other])
})

test('of fewer than four characters only a fast scanner is believed', () => {
  const found = [5, 20].flatMap((gaps) => ['7', '12', '123'].map((label) => press(detecting(), gaps, keysOf(label))))
  expect(found).toEqual([other, scanOf('12'), scanOf('123'), other, other, other])
})

test('what a person typed right before is no part of the scan', () => {
  const detector = detecting()
  press(detector, 90, ['4', '0'])
  expect(press(detector, 5, keysOf('LOT-7'), 1200)).toEqual(scanOf('LOT-7'))
})

test('a label that is read again within half a second is a repeat, later it is a scan again', () => {
  const detector = detecting()
  const found = [1000, 1400, 2200].map((from) => press(detector, 5, keysOf('LOT-7'), from))
  expect(found).toEqual([scanOf('LOT-7'), scanOf('LOT-7', true), scanOf('LOT-7')])
})

test('an Enter that is told of twice ends one scan, also of a label that is read again', () => {
  const detector = detecting()
  const found = [1000, 1400].map((from) => {
    press(detector, 5, keysOf('LOT-7'), from)
    return press(detector, 0, ['Enter'], from + 25)
  })
  expect([...found, press(detector, 0, ['Enter'], 2000)]).toEqual([{ kind: 'tail' }, { kind: 'tail' }, other])
})

test('a key that is held down is no scanner', () => {
  const held = { key: '1', repeat: true }
  expect(press(detecting(), 30, ['1', held, held, held, held, 'Enter'])).toEqual(other)
})

test('the identifier of the symbology is no part of the code, brackets within it are', () => {
  const found = [']C1LOT-7', ']d2A]B1C', ']x'].map((label) => press(detecting(), 5, keysOf(label)))
  expect(found).toEqual([scanOf('LOT-7'), scanOf('A]B1C'), scanOf(']x')])
})

test('Hangul letters count by the place of their keys, with Shift and caps lock, other characters as they are', () => {
  const capsLock = { getModifierState: () => true }
  const keys = [
    { key: 'ㅣ', code: 'KeyL' },
    { key: 'ㅒ', code: 'KeyO', shiftKey: true },
    { key: 'Process', code: 'KeyT', ...capsLock },
    { key: 'Process', code: 'Minus', shiftKey: true },
    { key: 'Process', code: 'Digit7' },
    { key: 'z', code: 'KeyY' },
    { key: 'Process', code: 'Enter' },
  ]
  expect(press(detecting(), 5, keys)).toEqual(scanOf('lOT_7z'))
})

test('a slower scanner is believed when it is set, for codes that are longer than people keep its pace', () => {
  const found = ['LOT-7', 'LOT-26-00012'].map((label) => press(detecting({ gap: 60 }), 50, keysOf(label)))
  expect([...found, press(detecting({ gap: 20 }), 30, keysOf('LOT-26-00012'))]).toEqual([
    other,
    scanOf('LOT-26-00012'),
    other,
  ])
})

test('what the scanner puts before and after the code is left out, and a code without them is read all the same', () => {
  const wrapped = { prefix: '*', suffix: '##' }
  const found = [['*7', ...'##'], [...'*LOT-7##'], keysOf('LOT-7')].map((keys) =>
    press(
      detecting(wrapped),
      5,
      keys.flatMap((key) => (key === 'Enter' ? key : [...key])),
    ),
  )
  expect(found).toEqual([scanOf('7'), scanOf('LOT-7'), scanOf('LOT-7')])
})

test('an Enter after the characters that end a code belongs to it, and presses nothing', () => {
  const detector = detecting({ suffix: '#' })
  expect(press(detector, 5, [...'LOT-7#'])).toEqual(scanOf('LOT-7'))
  expect(press(detector, 5, ['Enter'], 1030)).toEqual({ kind: 'tail' })
})

test('the data of a GS1 label is read as people write it, whether it is marked by its symbol or by FNC1', () => {
  const separator = { key: ']', code: 'BracketRight', ctrlKey: true }
  const label = [...'010950110153000337020', separator, ...'10LOT-7', 'Enter']
  const found = [label, [']', 'C', '1', ...label]].map((keys) => press(detecting(), 5, keys))
  expect(found).toEqual(Array(2).fill(scanOf('(01)09501101530003(10)LOT-7(37)20')))
  expect(press(detecting(), 5, keysOf(']C110LOT-7'))).toEqual(scanOf('(10)LOT-7'))
})
