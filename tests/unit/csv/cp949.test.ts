import { describe, expect, test } from 'vitest'
import { Cp949Decoder } from '../../../core/csv/cp949.ts'

const decode = (...bytes: number[]) => new Cp949Decoder().decode(Uint8Array.from(bytes))

describe('Korean text in CP949', () => {
  test('is read, with the letters that KS X 1001 has and with those that only CP949 has', () => {
    const codes = [0xc7, 0xd1, 0xb1, 0xdb, 0x8c, 0x63, 0x94, 0xee, 0x81, 0x41, 0xc6, 0x52, 0xa2, 0xe6, 0x41]
    expect(decode(...codes)).toBe('한글똠뷁갂힣€A')
  })

  test('has every Hangul syllable once, in 17,048 characters of two bytes', () => {
    const characters: string[] = []
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x41; trail <= 0xfe; trail++) characters.push(...characterOf(lead, trail))
    const syllables = characters.filter((character) => /[가-힣]/.test(character))
    expect([characters.length, syllables.length, new Set(syllables).size]).toEqual([17_048, 11_172, 11_172])
  })

  test('is read alike in whatever pieces it comes', () => {
    const decoder = new Cp949Decoder()
    const pieces = [0xc7, 0xd1, 0x2c, 0x94, 0xee].map((byte) => decoder.decode(Uint8Array.of(byte), { stream: true }))
    expect([...pieces, decoder.decode()]).toEqual(['', '한', ',', '', '뷁', ''])
  })

  test.each([
    ['half a character at the end', [0x41, 0xc7]],
    ['a second byte that no character has', [0xc7, 0x20]],
    ['a code that was never given', [0xc9, 0xa1]],
    ['a byte that begins nothing', [0xff, 0x41]],
  ])('is not %s', (_, bytes) => {
    expect(() => decode(...bytes)).toThrow(TypeError)
  })
})

function characterOf(lead: number, trail: number): string[] {
  try {
    return [decode(lead, trail)]
  } catch {
    return []
  }
}
