import { type DBSchema, openDB } from 'idb'
import { ownKey } from '../sample.ts'
import type { Scan } from './scan.ts'
import type { ScanStorage } from './scanLog.ts'

interface Schema extends DBSchema {
  scans: { key: string; value: Scan }
}

/** In the browser's own database, on this workstation: unlike `localStorage` it writes one scan at a time, and at once. */
export function scanStorage(): ScanStorage {
  const opened = openDB<Schema>(ownKey('scans'), 1, {
    upgrade: (database) => {
      database.createObjectStore('scans', { keyPath: 'id' })
    },
  })
  return {
    load: async () => (await opened).getAll('scans'),
    put: async (scan) => {
      await (await opened).put('scans', scan)
    },
    clear: async () => (await opened).clear('scans'),
    remove: async ({ id }) => (await opened).delete('scans', id),
  }
}
