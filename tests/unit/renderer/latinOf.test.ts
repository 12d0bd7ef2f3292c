import { expect, test } from 'vitest'
import { latinOf } from '../../../renderer/ui/latinOf.ts'

test('a key is what it types where that is Latin, and where it lies elsewhere', () => {
  const french = latinOf({ key: 'q', code: 'KeyA' })
  const korean = latinOf({ key: 'ㅁ', code: 'KeyA' })
  expect([french, korean, latinOf({ key: 'Enter', code: 'Enter' })]).toEqual(['Q', 'A', null])
})
