import { z } from 'zod'
import type { MessageInput, ViewName, ViewQuery, Warehouse } from '../core/index.ts'
import { fieldsOf } from './fields.ts'
import type { Ipc } from './ipc.ts'
import type { CurrentOperator } from './operator.ts'

const message = fieldsOf<MessageInput>()
const messageId = z.string().min(1).max(100)
// Which views there are, the core knows.
const viewCall = z.tuple([z.string().max(100) as unknown as z.ZodType<ViewName>, fieldsOf<ViewQuery<ViewName>>()])

/** @param warehouse the one that is open now */
export function serveWarehouse(ipc: Ipc, warehouse: () => Warehouse, operator: CurrentOperator): void {
  ipc.serve('handle', z.tuple([message, messageId]), (message, id) =>
    warehouse().handle(message, { id, by: operator.name }),
  )
  ipc.serve('preview', z.tuple([message]), (message) => warehouse().preview(message))
  ipc.serve('view', viewCall, (name, query) => warehouse().view(name, query))
}
