import { expect, test, vi } from 'vitest'
import type { Warehouse } from '../../../core/index.ts'
import { Notifications } from '../../../electron/notifications.ts'

const { electron, badges } = vi.hoisted(() => {
  const badges: number[] = []
  const setBadgeCount = (count: number) => badges.push(count)
  return { badges, electron: { app: { on: () => {}, setBadgeCount }, BrowserWindow: { getAllWindows: () => [] } } }
})
vi.mock('electron', () => ({ ...electron, Notification: class {}, nativeImage: {} }))
vi.mock('electron-log/main', () => ({ default: { error: () => {} } }))
vi.mock('../../../electron/texts.ts', () => ({ texts: () => () => '' }))
vi.mock('../../../electron/settings.ts', () => ({
  settings: () => ({ values: { badge: true, notifyWaiting: true, notifyLate: true }, onChange: () => {} }),
}))

test.skipIf(process.platform === 'win32')('the icon has the number of whoever works here', async () => {
  vi.useFakeTimers()
  const unread: Record<string, number> = { Kim: 3, '': 50 }
  const view = async (_name: string, { reader = '' }) => ({ noticesForReader: unread[reader], unreadNoticeGroups: 50 })
  const warehouse = () => ({ view }) as unknown as Warehouse
  const notifications = new Notifications({ warehouse, reader: () => 'Kim', show: () => {} })
  notifications.onChange([])
  await vi.advanceTimersByTimeAsync(1_000)
  unread['Kim'] = 0
  notifications.onChange([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(badges).toEqual([3, 0])
})
