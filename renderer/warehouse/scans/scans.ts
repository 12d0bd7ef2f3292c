import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { Screen } from '../navigation.ts'
import { ownKey } from '../sample.ts'
import type { Scan, ScanResult } from './scan.ts'
import { ScanLog } from './scanLog.ts'
import { scanStorage } from './scanStorage.ts'

const log = new ScanLog(scanStorage())
const otherWindows = new BroadcastChannel(ownKey('scans'))
otherWindows.onmessage = ({ data }: MessageEvent<Scan>) => log.show(data)
void log.load()

/** All scans, the oldest first. */
export const useScanLog = (): readonly Scan[] => useSyncExternalStore(log.subscribe, () => log.scans)
/** Whether the scans will be there after a restart. */
export const useIsLogKept = (): boolean => useSyncExternalStore(log.subscribe, () => log.isKept)

/** Forgets what was written down. */
export const clearScans = (): Promise<void> => log.clear()

/** Writes down a scan that just came. */
export function record(code: string, from: Screen, result: ScanResult): Scan {
  return change({ id: crypto.randomUUID(), at: performance.timeOrigin + performance.now(), code, from, result })
}

/** Writes down what came of a scan. */
export const conclude = (scan: Scan, result: ScanResult): Scan => change({ ...scan, result })
export const dismiss = (scan: Scan): Scan => change({ ...scan, isDismissed: true })

function change(scan: Scan): Scan {
  log.set(scan)
  otherWindows.postMessage(scan)
  return scan
}

/** The screens that scans are for. */
type Taker = Extract<Screen, 'stockTake' | 'countSheets' | 'receive' | 'whatIf' | 'settings'>

const queues: Readonly<Record<Taker, Scan[]>> = {
  ...{ stockTake: [], countSheets: [], receive: [] },
  ...{ whatIf: [], settings: [] },
}
const ARRIVED = 'scan-arrived'
const taking = new Set<Taker>()

/** Whether scans that are for the screen are dealt with at once: it is shown, and has something open that takes them. */
export const isTaking = (taker: Taker): boolean => taking.has(taker)

/** Has the screen deal with the scan, once it has with those before it. */
export function enqueue(taker: Taker, scan: Scan): void {
  queues[taker].push(scan)
  window.dispatchEvent(new Event(ARRIVED))
}

/** Calls `take` for each scan in the order of their coming; for those that came while the screen was hidden, once it is shown. */
export function useQueuedScans(taker: Taker, take: (scan: Scan) => void): void {
  const takeAll = useEffectEvent(() => {
    for (const scan of queues[taker].splice(0)) take(scan)
  })
  useEffect(() => {
    taking.add(taker)
    takeAll()
    window.addEventListener(ARRIVED, takeAll)
    return () => {
      taking.delete(taker)
      window.removeEventListener(ARRIVED, takeAll)
    }
  }, [taker])
}
