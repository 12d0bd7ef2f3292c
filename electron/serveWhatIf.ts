import type { WebContents } from 'electron'
import { z } from 'zod'
import {
  type Board,
  boardNameSchema,
  changeKinds,
  entriesOf,
  type Foresight,
  type MessageInput,
  messagesOf,
  newChange,
  ofEachChange,
  readOrders,
  type Warehouse,
  withoutDone,
} from '../core/index.ts'
import type { Boards } from './boards.ts'
import type { BoardForesight, BoardView } from './contract.ts'
import { fieldsOf } from './fields.ts'
import { askForFile } from './fileDialogs.ts'
import type { Ipc } from './ipc.ts'
import { type Jobs, jobId } from './jobs.ts'
import type { LastFolder } from './lastFolder.ts'
import type { CurrentOperator } from './operator.ts'
import { push } from './pushes.ts'
import { toFailure } from './toFailure.ts'

const boardId = z.uuid()
const messages = z.array(fieldsOf<MessageInput>()).min(1).max(1_000)
const line = z.strictObject({
  orderId: z.string().max(200),
  sku: z.string().max(200),
  line: z.int().min(1),
})
const entry = z.strictObject({ id: z.uuid(), title: z.string().min(1).max(255), seen: z.string().max(100) })

/** Nothing is written of what is only foreseen, nor is its title. */
const FORESEEN = 'board'
/** Of each change, a window is shown so many messages. */
const SHOWN = 5
/** Of each change, a window is told of so many that are refused. */
const REFUSED = 20

type Parts = {
  /** The one that is open now. */
  readonly warehouse: () => Warehouse
  readonly boards: () => Boards
  readonly operator: CurrentOperator
  readonly folder: LastFolder
  readonly jobs: Jobs
}

/** Scratch boards, what would come of them, and making it so. What a board holds stays here. */
export function serveWhatIf(ipc: Ipc, { warehouse, boards, operator, folder, jobs }: Parts): void {
  const changed = <T>(value: T): T => {
    push({ type: 'boards' })
    return value
  }
  ipc.serve('boards', z.tuple([]), async () =>
    (await boards().all()).map(({ changes, ...board }) => ({ ...board, changes: changes.length })),
  )
  ipc.serve('board', z.tuple([boardId]), async (id) => toView(await boards().get(id)))
  ipc.serve('beginBoard', z.tuple([]), async () => changed((await boards().begin(operator.name)).id))
  ipc.serve('nameBoard', z.tuple([boardId, boardNameSchema]), async (id, name) => {
    await boards().change(id, operator.name, () => ({ name }))
    return changed(null)
  })
  ipc.serve('deleteBoard', z.tuple([boardId]), async (id) => {
    await boards().delete(id)
    return changed(null)
  })
  ipc.serve('addChange', z.tuple([boardId, z.enum(changeKinds), messages]), async (id, kind, messages) => {
    await boards().add(id, operator.name, newChange(kind, messages))
    return changed(null)
  })
  ipc.serve('removeChange', z.tuple([boardId, z.uuid()]), async (id, removed) => {
    await boards().change(id, operator.name, ({ changes }) => ({ changes: changes.filter(({ id }) => id !== removed) }))
    return changed(null)
  })
  ipc.serve('addOrders', z.tuple([boardId]), async (id, caller: WebContents) => {
    const path = await askForFile(caller, folder)
    if (path === null) return null
    const { change, wrong, firstWrong } = await readOrders(path)
    if (change) await boards().add(id, operator.name, change)
    return changed({ added: change?.messages.length ?? 0, wrong, firstWrong })
  })
  ipc.serve('foresee', z.tuple([boardId, jobId]), async (id, job) => {
    const board = await boards().get(id)
    const entries = entriesOf(board, FORESEEN, crypto.randomUUID())
    return jobs.run(job, async ({ signal, onProgress }) => {
      const onHandled = (done: number) => onProgress({ done, total: entries.length })
      return toForesight(board, await warehouse().foresee(entries, { by: operator.name, signal, onHandled }))
    })
  })
  ipc.serve('enterBoard', z.tuple([boardId, entry]), async (id, { id: whole, title, seen }) => {
    const board = await boards().get(id)
    const entries = entriesOf(board, title, whole)
    const by = operator.name
    const { isDone, foresight } = await warehouse().handleForeseen(entries, seen, { by })
    if (isDone) await boards().change(id, operator.name, (board) => withoutDone(board, foresight.refusals.slice(1)))
    return changed({ isDone, foresight: toForesight(board, foresight) })
  })
  ipc.serve('whyOnBoard', z.tuple([boardId, line]), async (id, line) => {
    const ofSku = await messagesAbout(warehouse(), messagesOf(await boards().get(id)), line.sku)
    const [why = null] = await warehouse().whyForeseen(
      ofSku.map((message) => ({ message })),
      [line],
    )
    return why
  })
}

const toView = ({ changes, ...board }: Board): BoardView => ({
  ...board,
  changes: changes.map(({ messages, ...change }) => ({
    ...change,
    messages: messages.slice(0, SHOWN),
    count: messages.length,
  })),
})

/** Errors do not cross over to the window; what they say does. */
function toForesight(board: Board, { refusals, ...foresight }: Foresight): BoardForesight {
  return {
    ...foresight,
    refusals: ofEachChange(board, refusals.slice(1)).map((ofChange) => {
      const refused = ofChange.filter((refusal) => refusal !== null)
      return { count: refused.length, first: refused.slice(0, REFUSED).map(toFailure) }
    }),
  }
}

/** No other changes what becomes of the SKU. */
async function messagesAbout<M extends MessageInput>(warehouse: Warehouse, messages: readonly M[], sku: string) {
  const received = new Map(
    messages.flatMap((message) => (message.type === 'BatchCreated' ? [[message.ref, message.sku]] : [])),
  )
  const about: M[] = []
  for (const message of messages) {
    const own = 'sku' in message ? message.sku : 'ref' in message ? await skuOf(message.ref) : undefined
    if (own === sku) about.push(message)
  }
  return about

  async function skuOf(ref: string): Promise<string | undefined> {
    return received.get(ref) ?? (await warehouse.view('batches', { ref, limit: 1 })).rows[0]?.sku
  }
}
