import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { channels, PUSH, type Push, type WarehouseApi } from './contract.ts'

const calls = Object.fromEntries(
  Object.entries(channels).map(([call, channel]) => [
    call,
    (...args: unknown[]) => ipcRenderer.invoke(channel, ...args),
  ]),
) as Omit<WarehouseApi, 'onPush'>

const api: WarehouseApi = {
  ...calls,
  onPush(listener) {
    const receive = (_event: IpcRendererEvent, push: Push) => listener(push) // Electron's event stays here
    ipcRenderer.on(PUSH, receive)
    return () => void ipcRenderer.off(PUSH, receive)
  },
}

contextBridge.exposeInMainWorld('warehouse', api)
