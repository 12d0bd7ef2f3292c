import { z } from 'zod'
import type { Answer, MessageInput, ViewName, ViewQuery, Warehouse } from '../core/index.ts'
import type { ListAnswer, ListEntry } from './contract.ts'
import { fieldsOf } from './fields.ts'
import type { Ipc } from './ipc.ts'
import type { CurrentOperator } from './operator.ts'
import { toFailure } from './toFailure.ts'

/** A report names files of this workstation, which are sent by mail: only main makes one. */
const message = fieldsOf<MessageInput>().refine(({ type }) => type !== 'ReportMade')
const messageId = z.string().min(1).max(100)
const list: z.ZodType<readonly ListEntry[]> = z.array(z.strictObject({ message, id: messageId })).max(10_000)
const lines = z.array(fieldsOf<ViewQuery<'why'>>()).max(100)
/** Views that tell each person what that person has not read. */
const readers: ReadonlySet<ViewName> = new Set<ViewName>(['summary', 'notices', 'noticeGroups'])
// Which views there are, the core knows.
const viewCall = z.tuple([z.string().max(100) as unknown as z.ZodType<ViewName>, fieldsOf<ViewQuery<ViewName>>()])

/** @param warehouse the one that is open now */
export function serveWarehouse(ipc: Ipc, warehouse: () => Warehouse, operator: CurrentOperator): void {
  ipc.serve('handle', z.tuple([message, messageId]), (message, id) =>
    warehouse().handle(message, { id, by: operator.name }),
  )
  ipc.serve('preview', z.tuple([message]), (message) => warehouse().preview(message, { by: operator.name }))
  ipc.serve('previewWhy', z.tuple([message, lines]), (message, lines) => warehouse().previewWhy(message, lines))
  ipc.serve('handleAll', z.tuple([list]), async (entries) =>
    (await warehouse().handleAll(entries, { by: operator.name, skipRefused: true })).map(toListAnswer),
  )
  ipc.serve('previewAll', z.tuple([list]), async (entries) =>
    (await warehouse().previewAll(entries, { by: operator.name, skipRefused: true })).map(toListAnswer),
  )
  ipc.serve('view', viewCall, (name, query) =>
    warehouse().view(name, readers.has(name) ? { reader: operator.name, ...query } : query),
  )
}

/** Errors do not cross over to the window; what they say does. */
const toListAnswer = ({ outcome, refusal }: Answer): ListAnswer =>
  outcome ? { outcome, refusal: null } : { outcome: null, refusal: toFailure(refusal) }
