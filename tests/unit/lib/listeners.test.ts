import { expect, test } from 'vitest'
import { Listeners } from '../../../core/lib/listeners.ts'

test('every listener is called, in order, until it is removed', () => {
  const heard: string[] = []
  const listeners = new Listeners<[string]>()
  const remove = listeners.add((text) => heard.push(`a ${text}`))
  listeners.add((text) => heard.push(`b ${text}`))
  listeners.call('one')
  remove()
  listeners.call('two')
  expect(heard).toEqual(['a one', 'b one', 'b two'])
})

test('removing one of two entries of the same function leaves the other', () => {
  let calls = 0
  const count = () => void calls++
  const listeners = new Listeners()
  const remove = listeners.add(count)
  listeners.add(count)
  remove()
  remove()
  listeners.call()
  expect(calls).toBe(1)
})

test('a listener that removes itself, or adds another, does not disturb the call under way', () => {
  const heard: string[] = []
  const listeners = new Listeners()
  const remove = listeners.add(() => {
    remove()
    listeners.add(() => heard.push('late'))
  })
  listeners.add(() => heard.push('other'))
  listeners.call()
  expect(heard).toEqual(['other'])
})
