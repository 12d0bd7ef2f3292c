import { expect } from 'vitest'
import { available, type Batch, byPreference, capacity } from '../../../core/domain/batch.ts'
import { byProtection, isLate, type LineId, type OrderLine } from '../../../core/domain/orderLine.ts'
import type { MessageInput, Remedy, Why } from '../../../core/index.ts'
import { batch, cancel, comes, quantity } from '../scenario/messages.ts'
import type { Stock } from './ages.ts'

// Whatever `why` says of a line is done on a copy, to see whether it is so.

/** What the line is looked at in. `after`: what stands on a copy to which the messages came. */
export type Scene = Stock & { readonly after: (messages: readonly MessageInput[]) => Promise<Stock> }

export function problemOf(line: OrderLine, { batches }: Stock): Why['problem'] | null {
  if (line.state === 'backordered') return 'waits'
  return line.state === 'allocated' && !isInTime(line, batchOf(line, batches)!) ? 'late' : null
}

export async function prove(line: OrderLine, why: Why, scene: Scene): Promise<void> {
  proveConsidered(line, why, scene)
  await proveRemedy(line, why, scene)
  await proveExpected(line, why, scene)
  await proveHolders(line, why, scene)
}

function proveConsidered(line: OrderLine, { considered }: Why, { batches }: Scene): void {
  const others = batches.filter(({ sku, ref }) => sku === line.sku && ref !== line.batchRef)
  const all = inTurn(line, others).map((batch) => ({
    ref: batch.ref,
    eta: batch.eta,
    available: available(batch),
    missing: Math.max(0, line.qty - available(batch)),
    daysLate: isInTime(line, batch) ? 0 : daysBetween(line.dueDate!, batch.eta!),
  }))
  expect(considered).toEqual({ batches: all.slice(0, 5), more: Math.max(0, all.length - 5) })
}

const inTurn = (line: OrderLine, batches: readonly Batch[]): Batch[] =>
  [...batches].sort(
    (a, b) =>
      Number(isInTime(line, b)) - Number(isInTime(line, a)) || available(b) - available(a) || byPreference(a, b),
  )

/** With the change the line is in time; with less of it, in whichever batch, it is not. */
async function proveRemedy(line: OrderLine, { ahead, remedy }: Why, scene: Scene): Promise<void> {
  const inTime = async (remedy: Remedy) => isHelped(line, await scene.after(change(remedy, line, scene)))
  if (remedy === null) throw new Error('these quantities are all small')
  expect(await inTime(remedy)).toBe(true)
  if (remedy.change === 'earlier') {
    expect(await inTime({ ...remedy, days: remedy.days - 1 })).toBe(false)
    return
  }
  for (const other of likewise(remedy, line, scene))
    for (let units = 1; units < remedy.units; units++) expect(await inTime({ ...other, units })).toBe(false)
  const { lines } = await scene.after(change(remedy, line, scene))
  const filled = scene.lines.filter((was) => was.state === 'backordered' && find(was, lines).state === 'allocated')
  const first = filled.filter((other) => other !== line)
  expect(ahead).toEqual({ lines: first.length, units: unitsOf(first) })
}

/** Such a change of every batch that it could be made to. */
function likewise(remedy: UnitsRemedy, line: OrderLine, { batches }: Scene): UnitsRemedy[] {
  if (remedy.change === 'newBatch') return [remedy]
  const inTime = batches.filter((batch) => batch.sku === line.sku && isInTime(line, batch))
  return inTime.map(({ ref }) => ({ ...remedy, ref }))
}
type UnitsRemedy = Exclude<Remedy, { change: 'earlier' }>

function change(remedy: Remedy, { sku }: OrderLine, { batches }: Scene): MessageInput[] {
  if (remedy.change === 'newBatch') return [batch('new', remedy.units, { sku })]
  const { ref, qty, eta } = batches.find(({ ref }) => ref === remedy.ref)!
  if (remedy.change === 'moreUnits') return [quantity(ref, qty + remedy.units)]
  return [comes(ref, daysBefore(eta!, remedy.days))]
}

/** Once all shipments have come, the line is where it was said that it would be. */
async function proveExpected(line: OrderLine, { expected }: Why, scene: Scene): Promise<void> {
  const own = batchOf(line, scene.batches)
  expect(expected).toEqual(own ? { ref: own.ref, eta: own.eta } : null)
  const shipments = scene.batches.filter(({ sku, eta }) => sku === line.sku && eta !== null)
  const { lines } = await scene.after(shipments.map(({ ref }) => comes(ref, null)))
  expect(find(line, lines).batchRef).toBe(expected?.ref ?? null)
}

async function proveHolders(line: OrderLine, { holders }: Why, scene: Scene): Promise<void> {
  const inTime = scene.batches.filter((batch) => batch.sku === line.sku && isInTime(line, batch))
  const large = inTime.filter((batch) => capacity(batch) >= line.qty).sort(byPreference)[0]
  const hasRoom = inTime.some((batch) => available(batch) >= line.qty)
  if (!large || hasRoom) {
    expect(holders).toBe(null)
    return
  }
  const all = scene.lines.filter(({ state, batchRef }) => state === 'allocated' && batchRef === large.ref)
  const worstFirst = all.sort(byProtection).reverse()
  const enough = worstFirst.findIndex((_, at) => unitsOf(worstFirst.slice(0, at + 1)) + available(large) >= line.qty)
  const needed = worstFirst.slice(0, enough + 1)
  const named = needed.slice(0, 5).map(({ orderId, line, qty, dueDate }) => ({ orderId, line, qty, dueDate }))
  expect(holders).toMatchObject({ ref: large.ref, lines: named, more: needed.length - named.length })
  for (const [at, { rule }] of holders!.lines.entries()) {
    const isBetter = rule !== 'hasItsPlace'
    expect(await isBetterProtected(needed[at]!, line, scene)).toBe(isBetter)
    if (isBetter) expect(rule).toBe(protects(needed[at]!, line))
  }
}

function protects(holder: OrderLine, line: OrderLine): string {
  if (holder.pinned !== line.pinned) return 'pinned'
  if (holder.priority !== line.priority) return 'higherPriority'
  return holder.dueDate === line.dueDate ? 'allocatedEarlier' : 'dueEarlier'
}

/** Which of the two stays when they are alone in a batch that has room for one of them. */
async function isBetterProtected(holder: OrderLine, line: OrderLine, scene: Scene): Promise<boolean> {
  if (line.state === 'allocated') return byProtection(holder, line) < 0 // no message brings them together
  const ref = holder.batchRef!
  const { qty, setAside } = batchOf(holder, scene.batches)!
  const others = scene.lines.filter((other) => isOpenOf(line.sku, other) && other !== holder && other !== line)
  const [waiting, inBatch] = [
    others.filter(({ state }) => state === 'backordered'),
    others.filter(({ batchRef }) => batchRef === ref),
  ]
  const { lines } = await scene.after([
    ...waiting.map(cancelled),
    quantity(ref, qty + line.qty),
    ...inBatch.map(cancelled),
    quantity(ref, setAside + Math.max(holder.qty, line.qty)),
  ])
  const stays = [holder, line].map((one) => find(one, lines).batchRef === ref)
  expect(stays.filter((one) => one)).toHaveLength(1)
  return stays[0]!
}

const isOpenOf = (sku: string, line: OrderLine) =>
  line.sku === sku && (line.state === 'allocated' || line.state === 'backordered')
const cancelled = ({ orderId, sku, line }: OrderLine) => cancel(orderId, { sku, line })
const isInTime = ({ dueDate }: OrderLine, { eta }: Batch): boolean => !isLate(dueDate, eta)
const batchOf = ({ batchRef }: OrderLine, batches: readonly Batch[]) => batches.find(({ ref }) => ref === batchRef)
const find = ({ orderId, sku, line }: LineId & { sku: string }, lines: readonly OrderLine[]): OrderLine =>
  lines.find((other) => other.orderId === orderId && other.sku === sku && other.line === line)!
const unitsOf = (lines: readonly OrderLine[]): number => lines.reduce((sum, { qty }) => sum + qty, 0)

function isHelped(line: OrderLine, { batches, lines }: Stock): boolean {
  const now = find(line, lines)
  return now.state === 'allocated' && isInTime(now, batchOf(now, batches)!)
}

const DAY = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10)
