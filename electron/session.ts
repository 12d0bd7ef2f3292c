import { z } from 'zod'
import type { Warehouse } from '../core/index.ts'
import type { Session } from './contract.ts'
import type { Ipc } from './ipc.ts'
import { push } from './pushes.ts'

/** What is entered on this workstation, from when the warehouse is opened or a person begins anew. */
export class CurrentSession {
  #shown: Promise<Session> = Promise.resolve({ since: 0 })

  get shown(): Promise<Session> {
    return this.#shown
  }

  begin(warehouse: Warehouse): Promise<Session> {
    const last = warehouse.view('history', { limit: 1 })
    this.#shown = last.then(({ rows }) => ({ since: rows[0]?.seq ?? 0 }))
    return this.#shown
  }
}

/** @param warehouse the one that is open now */
export function serveSession(ipc: Ipc, warehouse: () => Warehouse, session: CurrentSession): void {
  ipc.serve('session', z.tuple([]), () => session.shown)
  ipc.serve('beginSession', z.tuple([]), async () => {
    const begun = await session.begin(warehouse())
    push({ type: 'changed', notices: [] })
    return begun
  })
}
