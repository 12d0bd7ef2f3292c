import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Backup, Backups, CopyOptions } from '../../../core/index.ts'
import { type BackupProgress, BackupSchedule } from '../../../electron/backupSchedule.ts'

const backup = { name: 'one' } as Backup
const QUARTER = 15 * 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Work = (options: CopyOptions) => Promise<Backup | null>

/** A schedule of backups that are made by `work`. */
function scheduled(work: Work) {
  const reasons: string[] = []
  const errors: unknown[] = []
  const seen: BackupProgress[] = []
  const makes = (_source: unknown, reason: string, options: CopyOptions) => {
    reasons.push(reason)
    return work(options)
  }
  const schedule = new BackupSchedule({
    backups: {
      make: makes,
      makeIfBehind: makes,
      verify: (_name: string, signal: AbortSignal) => work({ signal }),
    } as unknown as Backups,
    source: { copyTo: async () => {} },
    onProgress: (progress) => seen.push(progress),
    onError: (error) => errors.push(error),
  })
  return { schedule, reasons, errors, seen }
}

const untilCancelled: Work = ({ signal }) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

test('a backup is made at the start and every quarter of an hour', async () => {
  const { schedule, reasons } = scheduled(async () => null)
  schedule.start()
  await vi.advanceTimersByTimeAsync(2 * QUARTER)
  expect(reasons).toEqual(['start', 'interval', 'interval'])
})

test('a scheduled backup that fails is told and remembered, until one was made', async () => {
  let failing = true
  const full = new Error('the disk is full')
  const { schedule, errors } = scheduled(async () => {
    if (failing) throw full
    return backup
  })
  schedule.start()
  await vi.advanceTimersByTimeAsync(0)
  expect([errors, schedule.progress]).toEqual([[full], { making: null, cancelled: false, error: full }])
  failing = false
  await schedule.make()
  expect(schedule.progress).toEqual({ making: null, cancelled: false, error: null })
})

test('that nothing needed a backup leaves the failure of the last one standing', async () => {
  const full = new Error('the disk is full')
  const results: Work[] = [() => Promise.reject(full), async () => null]
  const { schedule } = scheduled((options) => results.shift()!(options))
  schedule.start()
  await vi.advanceTimersByTimeAsync(QUARTER)
  expect(schedule.progress.error).toBe(full)
})

test('cancelling ends all that are being made and is no failure; the next one is made', async () => {
  const works: Work[] = [untilCancelled, untilCancelled, async () => backup]
  const { schedule } = scheduled((options) => works.shift()!(options))
  const making = [schedule.make(), schedule.make()]
  schedule.cancel()
  expect(await Promise.all(making)).toEqual([null, null])
  expect(schedule.progress).toEqual({ making: null, cancelled: true, error: null })
  expect(await schedule.make()).toBe(backup)
})

test('verifying is stopped without an error, and without cancelling a backup that is being made', async () => {
  const { schedule } = scheduled(untilCancelled)
  const made = schedule.make()
  const verified = [schedule.verify('one'), schedule.verify('two')]
  schedule.stopVerifying()
  expect([await Promise.all(verified), schedule.progress.cancelled]).toEqual([[null, null], false])
  schedule.cancel()
  expect(await made).toBeNull()
})

test('progress is shown a few times a second, and its end always', async () => {
  const { schedule, seen } = scheduled(async ({ onProgress }) => {
    for (let done = 0; done <= 100; done++) onProgress?.({ done, total: 100 })
    return backup
  })
  await schedule.make()
  expect(seen.map(({ making }) => making?.done ?? null)).toEqual([0, null])
})
