import { expect, test } from 'vitest'
import { ScanDetector } from '../../../renderer/shell/scanner/scanDetector.ts'

type Pressed = Partial<KeyboardEvent> & { readonly key: string }

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
const scanOf = (code: string) => ({ kind: 'scan', code })
const other = { kind: 'other' }

test('keys at the pace of a scanner with Enter at their end are a scan, at that of a person they are not', () => {
  const paces = [1, 10, 34, 60, 120].map((gaps) => press(new ScanDetector(), gaps, keysOf('LOT-7')))
  expect(paces).toEqual([scanOf('LOT-7'), scanOf('LOT-7'), scanOf('LOT-7'), other, other])
})

test('of fewer than four characters only a fast scanner is believed', () => {
  const found = [5, 20].flatMap((gaps) =>
    ['7', '12', '123'].map((label) => press(new ScanDetector(), gaps, keysOf(label))),
  )
  expect(found).toEqual([other, scanOf('12'), scanOf('123'), other, other, other])
})

test('what a person typed right before is no part of the scan', () => {
  const detector = new ScanDetector()
  press(detector, 90, ['4', '0'])
  expect(press(detector, 5, keysOf('LOT-7'), 1200)).toEqual(scanOf('LOT-7'))
})

test('a label that is read again within half a second is a repeat, later it is a scan again', () => {
  const detector = new ScanDetector()
  const found = [1000, 1400, 2200].map((from) => press(detector, 5, keysOf('LOT-7'), from))
  expect(found).toEqual([scanOf('LOT-7'), { kind: 'repeat' }, scanOf('LOT-7')])
})

test('an Enter that is told of twice ends one scan, also of a label that is read again', () => {
  const detector = new ScanDetector()
  const found = [1000, 1400].map((from) => {
    press(detector, 5, keysOf('LOT-7'), from)
    return press(detector, 0, ['Enter'], from + 25)
  })
  expect([...found, press(detector, 0, ['Enter'], 2000)]).toEqual([{ kind: 'repeat' }, { kind: 'repeat' }, other])
})

test('a key that is held down is no scanner', () => {
  const held = { key: '1', repeat: true }
  expect(press(new ScanDetector(), 30, ['1', held, held, held, held, 'Enter'])).toEqual(other)
})

test('the identifier of the symbology is no part of the code, brackets within it are', () => {
  const found = [']C1LOT-7', ']d2A]B1C', ']x'].map((label) => press(new ScanDetector(), 5, keysOf(label)))
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
  expect(press(new ScanDetector(), 5, keys)).toEqual(scanOf('lOT_7z'))
})
