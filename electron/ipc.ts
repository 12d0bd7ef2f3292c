import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import {
  CsvError,
  DomainError,
  type MessageInput,
  StorageError,
  type ViewName,
  type ViewQuery,
  type Warehouse,
} from '../core/index.ts'
import { APP_ORIGIN } from './appScheme.ts'
import { type Answer, channels, type Failure } from './contract.ts'
import { operatorName } from './operator.ts'

/** A message's and a query's own fields are for the core to check. */
const fields = z.record(z.string().max(100), z.unknown())
const id = z.string().min(1).max(100)

export function answerWarehouse(warehouse: Warehouse): void {
  answer(channels.handle, z.tuple([fields, id]), (message, id) =>
    warehouse.handle(message as MessageInput, { id, by: operatorName() }),
  )
  answer(channels.preview, z.tuple([fields]), (message) => warehouse.preview(message as MessageInput))
  answer(channels.view, z.tuple([z.string().max(100), fields]), (name, query) =>
    warehouse.view(name as ViewName, query as ViewQuery<ViewName>),
  )
}

type Handler = { readonly schema: z.ZodType<unknown[]>; readonly handle: (...args: never) => Promise<unknown> }
const handlers = new Map<string, Handler>()
let held: Promise<void> = Promise.resolve()

/** From now on calls wait, until the answered function is called; then they go to whoever answers them by then. */
export function holdCalls(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  held = promise
  return resolve
}

/** Answers calls on a channel, in the place of whoever did: from our own pages only, with arguments that fit the schema, and never by throwing. */
export function answer<S extends z.ZodType<unknown[]>, T>(
  channel: string,
  schema: S,
  handle: (...args: z.output<S> extends infer A extends unknown[] ? A : never) => Promise<T>,
): void {
  const isNew = !handlers.has(channel)
  handlers.set(channel, { schema, handle: handle as Handler['handle'] })
  if (isNew) ipcMain.handle(channel, (event, ...args) => answerCall(channel, event, args))
}

async function answerCall(channel: string, event: IpcMainInvokeEvent, args: unknown[]): Promise<Answer<unknown>> {
  try {
    if (!isOurs(event)) throw new Error(`a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`)
    await held
    const { schema, handle } = handlers.get(channel)!
    const parsed = schema.safeParse(args)
    if (!parsed.success)
      return refuse(new DomainError('InvalidMessage', { problems: [{ field: '', problem: 'invalid' }] }))
    return { ok: true, value: await handle(...(parsed.data as never)) }
  } catch (error) {
    return refuse(error)
  }
}

/** The main frame of one of our windows, showing our page. */
const isOurs = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && new URL(senderFrame.url).href.startsWith(`${APP_ORIGIN}/`)

export function refuse(error: unknown): { ok: false; error: Failure } {
  if (error instanceof StorageError) log.error(error)
  if (error instanceof DomainError || error instanceof CsvError || error instanceof StorageError) {
    const { code, details, message } = error
    return { ok: false, error: { code, details, message } as Failure }
  }
  log.error(error)
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, error: { code: 'Unexpected', details: {}, message } }
}
