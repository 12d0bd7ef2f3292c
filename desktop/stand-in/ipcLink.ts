import type { EventEmitter } from 'node:events'
import { encode } from './codec.ts'
import type { Session } from './devtools.ts'
import type { Frames } from './frames.ts'
import { type Answer, receive } from './ipcMain.ts'

type Push = readonly [id: 0, channel: string, text: string]

/** The messages between a page's preload and the main process. */
export class IpcLink {
  readonly #frames: Frames

  constructor(frames: Frames) {
    this.#frames = frames
  }

  follow(page: Session, sender: EventEmitter): void {
    const reply = (channel: string, ...args: unknown[]) => this.send(page, channel, encode(args))
    page.on('Runtime.bindingCalled', async ({ executionContextId, payload }) => {
      const senderFrame = this.#frames.ofContext(executionContextId)
      const event = { sender, senderFrame, type: 'frame', frameId: 0, processId: 0, reply }
      const answer = await receive(event as unknown as Electron.IpcMainInvokeEvent, payload)
      if (answer) this.#deliver(page, executionContextId, answer)
    })
  }

  send(page: Session, channel: string, text: string): void {
    for (const context of this.#frames.mainContexts()) this.#deliver(page, context, [0, channel, text])
  }

  #deliver(page: Session, executionContextId: number, message: Answer | Push): void {
    page.tell('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: 'function(...message){standinReceive(...message)}',
      arguments: message.map((value) => ({ value })),
    })
  }
}
