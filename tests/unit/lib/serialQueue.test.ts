import { expect, test } from 'vitest'
import { SerialQueue } from '../../../core/lib/serialQueue.ts'

test('a job begins when the one before it has ended', async () => {
  const steps: string[] = []
  const queue = new SerialQueue()
  const job = (name: string) => async () => {
    steps.push(`${name} begins`)
    await Promise.resolve()
    steps.push(`${name} ends`)
    return name
  }
  const results = await Promise.all([queue.run(job('a')), queue.run(job('b'))])
  expect([results, steps]).toEqual([
    ['a', 'b'],
    ['a begins', 'a ends', 'b begins', 'b ends'],
  ])
})

test('a job that fails tells its caller, and the next one runs', async () => {
  const queue = new SerialQueue()
  const failing = queue.run(async () => {
    throw new Error('full')
  })
  const next = queue.run(async () => 'done')
  await expect(failing).rejects.toThrow('full')
  expect(await next).toBe('done')
})
