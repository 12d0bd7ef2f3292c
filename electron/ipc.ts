import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import log from 'electron-log/main'
import type { z } from 'zod'
import { DomainError } from '../core/index.ts'
import { APP_ORIGIN } from './appScheme.ts'
import { checkLimits } from './callLimits.ts'
import { type Arguments, type Call, channels, type Result, type Value } from './contract.ts'
import { toFailure } from './toFailure.ts'

/** Serves the calls of the contract. */
export class Ipc {
  #resumed: Promise<void> = Promise.resolve()

  /**
   * Serves a call: from our own pages only, with arguments that fit the schema, and never by throwing.
   * The handler gets the arguments, then the window's page that calls.
   */
  serve<C extends Call>(
    call: C,
    schema: z.ZodType<Arguments<C>>,
    handler: (...args: [...Arguments<C>, caller: WebContents]) => Promise<Value<C>>,
  ): void {
    ipcMain.handle(channels[call], async (event, ...args): Promise<Result<Value<C>>> => {
      try {
        checkSender(event)
        checkLimits(args)
        await this.#resumed
        const { success, data } = schema.safeParse(args)
        if (!success) throw new DomainError('InvalidMessage', { problems: [{ field: '', problem: 'invalid' }] })
        return { ok: true, value: await handler(...data, event.sender) }
      } catch (error) {
        const failure = toFailure(error)
        if (failure.code === 'Unexpected' || failure.code.startsWith('Storage')) log.error(error)
        return { ok: false, error: failure }
      }
    })
  }

  /** From now on calls wait, until the returned function is called. */
  pauseCalls(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#resumed = promise
    return resolve
  }
}

/** Only the main frame of one of our windows, showing our page, may call. */
function checkSender({ senderFrame }: IpcMainInvokeEvent): void {
  const isOurs =
    senderFrame !== null && senderFrame.parent === null && new URL(senderFrame.url).href.startsWith(`${APP_ORIGIN}/`)
  if (!isOurs) throw new Error(`a call from ${senderFrame?.url ?? 'a frame that is gone'}`)
}
