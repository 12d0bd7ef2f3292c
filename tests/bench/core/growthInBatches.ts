import { type MessageInput, openWarehouse } from '../../../core/index.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import { type Sample, timed } from '../measure/sample.ts'
import { powers } from '../measure/statistics.ts'
import type { Suite } from '../suite.ts'

/** Batches of one SKU: as many as there usually are, and 10 and 100 times as many. */
const SIZES = [100, 1_000, 10_000]

/** Each batch takes three lines, and is left with room for two units, which is too little for any line. */
const BATCH = 11
const LINE = 3
const LINES_A_BATCH = 3

/** All messages of a warehouse that has that many batches of one SKU, so that one message may not cost more with more of them. */
export const growthInBatches: Suite = {
  name: 'growthInBatches',
  async run({ rounds, progress }) {
    progress(`one SKU with ${SIZES.join(', ')} batches`)
    const contestants = SIZES.map((size) => [String(size), () => fillBatches(size)] as const)
    const { samples } = await takeRounds(rounds, null, Object.fromEntries(contestants))
    const cpu = (size: number) => samples[String(size)]!.map((sample) => sample.cpu)
    const grown = SIZES.slice(1).map((size, index) => ({ from: SIZES[index]!, to: size }))
    return [
      ...grown.map(({ from, to }) =>
        figure(
          `batches of a SKU: power that CPU grows with, ${from} to ${to}`,
          '',
          powers(cpu(to), cpu(from), to / from),
        ),
      ),
      ...SIZES.map((size): Figure => figure(`batches of a SKU: CPU of all messages, ${size}`, 'ms', cpu(size))),
    ]
  },
}

async function fillBatches(size: number): Promise<Sample> {
  const warehouse = await openWarehouse({ database: ':memory:' })
  const sample = await timed(async () => {
    for (const message of messages(size)) await warehouse.handle(message)
  })
  const { lines } = await warehouse.view('summary', {})
  if (lines.allocated !== size * LINES_A_BATCH || lines.backordered !== size)
    throw new Error(`${lines.allocated} lines are allocated, and ${lines.backordered} wait`)
  await warehouse.close()
  return sample
}

function* messages(size: number): Iterable<MessageInput> {
  for (let batch = 0; batch < size; batch++)
    yield { type: 'BatchCreated', ref: `b${batch}`, sku: 'SMALL-TABLE', qty: BATCH, eta: null }
  for (let line = 0; line < size * (LINES_A_BATCH + 1); line++)
    yield { type: 'AllocationRequired', orderId: `o${line}`, sku: 'SMALL-TABLE', qty: LINE }
}
