import type { bridge } from './bridge.ts'
import type { decode, encode } from './codec.ts'

// biome-ignore lint/suspicious/noExplicitAny: arguments of messages
type Untyped = any
type Listener = (...args: Untyped[]) => unknown
type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void

/** What the isolated world shares with the main process: `standin` sends text there, `standinReceive` takes its text. */
type World = {
  standin: (message: string) => void
  standinReceive: (id: number, channel: string, text: string) => void
}

/**
 * Runs the preload scripts in the isolated world, before the page's own scripts, with the `require('electron')` that a sandboxed
 * preload has. Sent to Chromium as text, so it is self-contained.
 */
export function preloadWorld(
  link: ReturnType<typeof bridge>,
  codec: { encode: typeof encode; decode: typeof decode },
  process: object,
  preloads: Preload[],
) {
  const world = globalThis as unknown as World
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const answers = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0

  const post = (id: number, channel: string, args: unknown[]) =>
    world.standin(JSON.stringify([id, channel, codec.encode(args)]))
  const add = (channel: string, listener: Listener, once = false) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener) => {
    listeners.set(channel, listeners.get(channel)?.filter((each) => each.listener !== listener) ?? [])
    return ipcRenderer
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        post(++last, channel, args)
        answers.set(last, { resolve, reject })
      }),
    send: (channel: string, ...args: unknown[]) => post(0, channel, args),
    on: (channel: string, listener: Listener) => add(channel, listener),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    addListener: (channel: string, listener: Listener) => add(channel, listener),
    removeListener: remove,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  const deliver = (channel: string, args: unknown[]) => {
    for (const { listener, once } of listeners.get(channel) ?? []) {
      if (once) remove(channel, listener)
      listener({ sender: ipcRenderer, ports: [] }, ...args)
    }
  }
  world.standinReceive = (id, channel, text) => {
    const value = codec.decode(text)
    if (id === 0) return deliver(channel, value)
    const answer = answers.get(id)
    answers.delete(id)
    if (channel === 'error') answer?.reject(new Error(value))
    else answer?.resolve(value)
  }

  window.addEventListener('contextmenu', (event) => {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof Element)) return
    const isEditable = target.closest('input, textarea, [contenteditable]') !== null
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
    const selected = field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
    const selectionText = selected ?? String(getSelection() ?? '')
    const [hasSelection, canPaste] = [selectionText !== '', isEditable]
    const editFlags = { canCut: isEditable && hasSelection, canCopy: hasSelection, canPaste, canSelectAll: true }
    post(0, 'standin:context-menu', [{ x: event.clientX, y: event.clientY, isEditable, selectionText, editFlags }])
  })

  const electron = { contextBridge: { exposeInMainWorld: link.expose }, ipcRenderer, webUtils: {} }
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`) // a sandboxed preload may only require electron and a few polyfills
  }
  for (const preload of preloads) {
    const module = { exports: {} }
    preload(require, module, module.exports, process)
  }
}
