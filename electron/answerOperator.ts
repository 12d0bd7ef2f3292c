import { z } from 'zod'
import { channels } from './contract.ts'
import { answer } from './ipc.ts'
import { operator, setOperator } from './operator.ts'
import { push } from './pushes.ts'

const operatorNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u)

/** Asking who works here, and saying so; every window is told. */
export function answerOperator(): void {
  answer(channels.operator, z.tuple([]), async () => operator())
  answer(channels.setOperator, z.tuple([operatorNameSchema]), async (name) => {
    const changed = setOperator(name)
    push({ type: 'changed', notices: [] })
    return changed
  })
}
