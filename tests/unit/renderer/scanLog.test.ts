import { expect, test } from 'vitest'
import { openScans, type Scan, type ScanResult } from '../../../renderer/warehouse/scans/scan.ts'
import { ScanLog, type ScanStorage } from '../../../renderer/warehouse/scans/scanLog.ts'

const scanOf = (at: number, result: ScanResult, code = `LOT-${at}`): Scan => ({
  ...{ id: `scan-${at}`, at, code, from: 'stockTake' },
  result,
})
const waiting = (at: number) => scanOf(at, { kind: 'waiting' })
const opened: ScanResult = { kind: 'opened', ref: 'LOT-1' }
const notFound: ScanResult = { kind: 'notFound' }

function storing(...scans: Scan[]) {
  const kept = new Map(scans.map((scan) => [scan.id, scan]))
  const storage: ScanStorage = {
    load: async () => [...kept.values()],
    put: async (scan) => void kept.set(scan.id, scan),
    remove: async ({ id }) => void kept.delete(id),
    clear: async () => kept.clear(),
  }
  return { kept, storage }
}

const fails = () => Promise.reject(new Error('the disk is full'))

test('a scan is kept before anything comes of it, and again with what came of it', () => {
  const { kept, storage } = storing()
  const log = new ScanLog(storage)
  log.set(waiting(1))
  expect([...kept.values()]).toEqual([waiting(1)])
  log.set(scanOf(1, opened))
  expect([[...kept.values()], log.scans]).toEqual([[scanOf(1, opened)], [scanOf(1, opened)]])
})

test('after a restart the scans of before are there, and those that waited were not opened', async () => {
  const log = new ScanLog(storing(waiting(2), scanOf(1, opened)).storage)
  log.set(waiting(3))
  await log.load()
  expect(log.scans).toEqual([scanOf(1, opened), scanOf(2, { kind: 'interrupted' }), waiting(3)])
})

test('only the newest are kept', async () => {
  const { kept, storage } = storing(scanOf(1, opened), scanOf(2, opened))
  const log = new ScanLog(storage, 2)
  await log.load()
  log.set(waiting(3))
  expect([log.scans, [...kept.keys()]]).toEqual([
    [scanOf(2, opened), waiting(3)],
    ['scan-2', 'scan-3'],
  ])
})

test('a scan of another window is shown, and left to that window to keep', () => {
  const { kept, storage } = storing()
  const log = new ScanLog(storage)
  log.show(waiting(1))
  expect([log.scans, kept.size]).toEqual([[waiting(1)], 0])
})

test('scans that cannot be kept are there all the same, and it is known', async () => {
  const log = new ScanLog({ load: fails, put: fails, remove: fails, clear: fails })
  let told = 0
  log.subscribe(() => told++)
  log.set(waiting(1))
  await log.load()
  expect([log.scans, log.isKept, told > 1]).toEqual([[waiting(1)], false, true])
})

test('to be dealt with is each code that opened nothing when it was scanned last, until it is dismissed', () => {
  const scans: Scan[] = [
    scanOf(1, notFound, 'NEW'),
    scanOf(2, opened, 'LOT-1'),
    scanOf(3, { kind: 'dialogOpen' }, 'LOT-2'),
    scanOf(4, notFound, 'NEW'),
    scanOf(5, { kind: 'repeat' }, 'NEW'),
    scanOf(6, { kind: 'unconfirmed', ref: 'LOT-1' }, 'LOT-3'),
    scanOf(7, opened, 'LOT-2'),
    { ...scanOf(8, { kind: 'several' }, 'BED'), isDismissed: true },
    scanOf(9, { kind: 'waiting' }, 'LOT-9'),
    scanOf(10, { kind: 'dialogOpen' }, 'LOT-10'),
    scanOf(11, { kind: 'opened', ref: 'LOT-10' }, '(10)LOT-10(37)4'),
  ]
  expect(openScans(scans).map(({ at, code }) => [at, code])).toEqual([
    [6, 'LOT-3'],
    [4, 'NEW'],
  ])
})
