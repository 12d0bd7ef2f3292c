import { expect, test } from 'vitest'
import { fromStoredId, toStoredId } from '../../../core/adapters/sqlite/history/storedId.ts'

const uuid = '0b51a3b8-6eb0-40ab-b26f-39a13e5a361d'

test('a UUID takes its 16 bytes, and reads as it was written', () => {
  expect(toStoredId(uuid)).toEqual(Buffer.from('0b51a3b86eb040abb26f39a13e5a361d', 'hex'))
  expect(fromStoredId(toStoredId(uuid))).toBe(uuid)
})

test.for([
  ['in capital letters', uuid.toUpperCase()],
  ['with something behind it', `${uuid}/1`],
  ['without its dashes', uuid.replaceAll('-', '')],
  ['of another form', 'scan 1'],
])('an id is kept as it is: %s', ([, id]) => {
  expect([toStoredId(id!), fromStoredId(id!)]).toEqual([id, id])
})
