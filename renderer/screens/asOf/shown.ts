import type { Moment, ViewQuery } from '../../../electron/contract.ts'
import type { Subject } from '../../warehouse/navigation.ts'

/** The moment that is shown. `at`: in ISO 8601. `seq`: after this event of history; null: whatever came last by then. */
export type Shown = { readonly at: string; readonly seq: number | null }

export const now = (): Shown => ({ at: new Date().toISOString(), seq: null })

export const momentOf = ({ at, seq }: Shown): Moment => (seq === null ? { at } : { seq })

export const queryOf = ({ kind, name }: Subject): Pick<ViewQuery<'history'>, 'sku' | 'orderId' | 'batchRef'> =>
  kind === 'order' ? { orderId: name } : kind === 'batch' ? { batchRef: name } : { sku: name }
