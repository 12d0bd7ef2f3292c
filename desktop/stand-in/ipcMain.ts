import { EventEmitter } from 'node:events'
import { decode, encode } from './codec.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  handleOnce(channel: string, handler: Handler): void {
    ipcMain.handle(channel, (...args) => {
      handlers.delete(channel)
      return handler(...args)
    })
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
}) satisfies Partial<Omit<Electron.IpcMain, keyof NodeJS.EventEmitter>>

/** What goes back to the preload: the number of its call, and a value or the text of an error. */
export type Answer = readonly [id: number, kind: 'value' | 'error', text: string]

/** Takes what the preload sent: `invoke` has a number and is answered, `send` has 0. */
export async function receive(event: Electron.IpcMainInvokeEvent, message: string): Promise<Answer | undefined> {
  const [id, channel, text]: [number, string, string] = JSON.parse(message)
  if (id === 0 && channel === 'standin:context-menu') {
    event.sender.emit('context-menu', {}, ...decode(text))
    return
  }
  if (id === 0) {
    ipcMain.emit(channel, event, ...decode(text))
    return
  }
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return [id, 'value', encode(await handler(event, ...decode(text)))]
  } catch (error) {
    return [id, 'error', encode(`Error invoking remote method '${channel}': ${error}`)]
  }
}
