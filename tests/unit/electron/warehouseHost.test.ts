import { expect, test } from 'vitest'
import type { Warehouse } from '../../../core/index.ts'
import type { Ipc } from '../../../electron/ipc.ts'
import type { Place } from '../../../electron/place.ts'
import { WarehouseHost } from '../../../electron/warehouseHost.ts'

const own = { isSample: false } as Place
const sample = { isSample: true } as Place

const setup = (onOpened: (place: Place) => void = () => {}) => {
  const host = new WarehouseHost(own, {
    ipc: { pauseCalls: () => () => {} } as Ipc,
    open: async (place) => ({ place, close: async () => {} }) as unknown as Warehouse,
    onOpened: (_warehouse, place) => onOpened(place),
    onClosing: () => {},
  })
  const shown = () => [host.place, host.current()]
  const switchTo = (place: Place, between = async () => {}) => host.switchTo(place, between, () => {})
  return { host, shown, switchTo }
}

const opened = (place: Place) => [place, expect.objectContaining({ place })]

test('what was begun in one place does not go on in another', async () => {
  const { host, shown, switchTo } = setup()
  await host.open()
  expect(host.currentOf(own)).toBe(host.current())
  await switchTo(sample)
  expect(shown()).toEqual(opened(sample))
  expect(() => host.currentOf(own)).toThrow('another place is open')
})

test('the place is always that of the warehouse, also when what begins with one fails', async () => {
  const { host, shown, switchTo } = setup(({ isSample }) => {
    if (isSample) throw new Error('a fault')
  })
  await host.open()
  await expect(switchTo(sample)).rejects.toThrow('a fault')
  expect(shown()).toEqual(opened(sample))
})

test('the end of the app waits for what takes the place of the data', async () => {
  const { host, switchTo } = setup()
  await host.open()
  const done: string[] = []
  const switching = switchTo(sample, async () => void done.push('between')).then(() => done.push('switched'))
  await host.close()
  done.push('closed')
  await switching
  expect(done).toEqual(['between', 'switched', 'closed'])
  expect(host.current).toThrow('no warehouse is open')
})

test('what fails between the two leads back', async () => {
  const { host, shown, switchTo } = setup()
  await host.open()
  await expect(switchTo(sample, () => Promise.reject(new Error('held')))).rejects.toThrow('held')
  expect(shown()).toEqual(opened(own))
})
