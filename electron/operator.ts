import { userInfo } from 'node:os'
import { z } from 'zod'
import { operatorNameSchema } from '../core/index.ts'
import type { Operator } from './contract.ts'
import type { Ipc } from './ipc.ts'
import { push } from './pushes.ts'
import { beginSettingsOf, settings } from './settings.ts'

/** Who works here, in all windows, until the app is closed. */
export class CurrentOperator {
  #name: string | null = null

  get shown(): Operator {
    return { name: this.#name, suggested: settings().shown.person || userInfo().username }
  }

  /** Whom messages are from: before anybody has said so, the user of this computer. */
  get name(): string {
    return this.#name ?? userInfo().username
  }

  change(name: string): void {
    this.#name = name
    beginSettingsOf(name)
  }
}

/** Every window is told of a change. */
export function serveOperator(ipc: Ipc, operator: CurrentOperator): void {
  ipc.serve('operator', z.tuple([]), async () => operator.shown)
  ipc.serve('setOperator', z.tuple([operatorNameSchema]), async (name) => {
    operator.change(name)
    push({ type: 'changed', notices: [] })
    return operator.shown
  })
}
