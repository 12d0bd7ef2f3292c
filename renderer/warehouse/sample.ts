import { unwrap } from './unwrap.ts'

/** Whether this window shows the sample, rather than the person's own data. It is loaded anew when that changes. */
export const isSample: boolean = new URLSearchParams(globalThis.location?.search).has('sample')

const PREFIX = 'sample.'

/** What a workstation keeps of the data, such as drafts, lies under this key: that of the sample apart from that of one's own. */
export const ownKey = (key: string): string => (isSample ? PREFIX + key : key)

/** @throws Refused */
export const openSample = (): Promise<null> => unwrap(window.warehouse.openSample())

/** Back to one's own data. @throws Refused */
export const leaveSample = (): Promise<null> => unwrap(window.warehouse.leaveSample(false))

/**
 * The same, and nothing is left of the sample.
 * @param clearScans forgets those of the sample
 * @throws Refused
 */
export async function removeSample(clearScans: () => Promise<void>): Promise<null> {
  await clearScans().catch(() => {}) // where they cannot be written, none are kept
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  return unwrap(window.warehouse.leaveSample(true))
}
