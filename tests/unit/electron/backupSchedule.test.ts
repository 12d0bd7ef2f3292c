import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Backup, BackupOptions, Backups } from '../../../core/index.ts'
import { BackupSchedule, type BackupWork } from '../../../electron/backupSchedule.ts'

const backup = { name: 'one' } as Backup
const QUARTER = 15 * 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Work = (options: BackupOptions) => Promise<Backup | null>

/** A schedule of backups that are made by `work`. */
function scheduled(work: Work) {
  const reasons: string[] = []
  const errors: unknown[] = []
  const seen: BackupWork[] = []
  const makes = (_source: unknown, reason: string, options: BackupOptions) => {
    reasons.push(reason)
    return work(options)
  }
  const schedule = new BackupSchedule({
    backups: () => ({ make: makes, makeIfBehind: makes }) as unknown as Backups,
    source: () => ({ copyTo: async () => {} }),
    onProgress: (progress) => seen.push(progress),
    onError: (error) => errors.push(error),
  })
  return { schedule, reasons, errors, seen }
}

const untilCancelled = ({ signal }: { signal?: AbortSignal | undefined }): Promise<null> =>
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
  expect([errors, schedule.work]).toEqual([[full], { making: null, verifying: null, cancelled: false, error: full }])
  failing = false
  await schedule.make()
  expect(schedule.work).toEqual({ making: null, verifying: null, cancelled: false, error: null })
})

test('that nothing needed a backup leaves the failure of the last one standing', async () => {
  const full = new Error('the disk is full')
  const results: Work[] = [() => Promise.reject(full), async () => null]
  const { schedule } = scheduled((options) => results.shift()!(options))
  schedule.start()
  await vi.advanceTimersByTimeAsync(QUARTER)
  expect(schedule.work.error).toBe(full)
})

test('cancelling ends all that are being made and is no failure; the next one is made', async () => {
  const works: Work[] = [untilCancelled, untilCancelled, async () => backup]
  const { schedule } = scheduled((options) => works.shift()!(options))
  const making = [schedule.make(), schedule.make()]
  schedule.cancel()
  expect(await Promise.all(making)).toEqual([null, null])
  expect(schedule.work).toEqual({ making: null, verifying: null, cancelled: true, error: null })
  expect(await schedule.make()).toBe(backup)
})

test('verifying is stopped without an error, and without cancelling a backup that is being made', async () => {
  const { schedule } = scheduled(untilCancelled)
  const made = schedule.make()
  const verified = [schedule.verifying(untilCancelled), schedule.verifying(untilCancelled)]
  schedule.stopVerifying()
  expect([await Promise.all(verified), schedule.work.cancelled]).toEqual([[null, null], false])
  schedule.cancel()
  expect(await made).toBeNull()
})

test('progress is shown a few times a second, and its end always', async () => {
  const { schedule, seen } = scheduled(async ({ onProgress }) => {
    for (let done = 0; done <= 100; done++) onProgress?.({ step: 'copying', done, total: 100 })
    return backup
  })
  await schedule.make()
  expect(seen.map(({ making }) => making?.done ?? null)).toEqual([0, null])
})

test('verifying is shown while it lasts, also when it fails', async () => {
  const { schedule, seen } = scheduled(async () => null)
  const verified = schedule.verifying(async ({ onProgress }) => {
    onProgress?.({ done: 1, total: 3 })
    throw new Error('the disk was pulled out')
  })
  await expect(verified).rejects.toThrow('pulled out')
  expect(seen.map(({ verifying }) => verifying)).toEqual([{ done: 0, total: 1 }, { done: 1, total: 3 }, null])
})
