import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { Screen } from '../navigation.ts'
import type { Scan, ScanResult } from './scan.ts'
import { ScanLog } from './scanLog.ts'
import { scanStorage } from './scanStorage.ts'

const log = new ScanLog(scanStorage())
const otherWindows = new BroadcastChannel('scans')
otherWindows.onmessage = ({ data }: MessageEvent<Scan>) => log.show(data)
void log.load()

/** All scans, the oldest first. */
export const useScanLog = (): readonly Scan[] => useSyncExternalStore(log.subscribe, () => log.scans)
/** Whether the scans will be there after a restart. */
export const useIsLogKept = (): boolean => useSyncExternalStore(log.subscribe, () => log.isKept)

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

const queue: Scan[] = []
const ARRIVED = 'scan-arrived'

/** Has the scan opened once those before it are dealt with. Returns whether the screen that is shown does so. */
export function enqueue(scan: Scan): boolean {
  queue.push(scan)
  window.dispatchEvent(new Event(ARRIVED))
  return queue.length === 0
}

/** Calls `open` for each scan in the order of their coming; for those that came while the component was hidden, once it is shown. */
export function useQueuedScans(open: (scan: Scan) => void): void {
  const openAll = useEffectEvent(() => {
    for (const scan of queue.splice(0)) open(scan)
  })
  useEffect(() => {
    openAll()
    window.addEventListener(ARRIVED, openAll)
    return () => window.removeEventListener(ARRIVED, openAll)
  }, [])
}
