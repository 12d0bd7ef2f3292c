import { createContext, useContext, useEffect, useRef } from 'react'
import type { ChosenFile, Message } from '../../electron/contract.ts'
import type { Screen } from '../../electron/tables/screens.ts'

export { type Screen, screens } from '../../electron/tables/screens.ts'

/** How many days lines are overdue or late, both included. `to`: null: however many. */
export type Days = { readonly from: number; readonly to: number | null }

/** What can be shown as it stood. `all`: every SKU. */
export type Subject = { readonly kind: 'sku' | 'order' | 'batch' | 'all'; readonly name: string }

/** The screen to open and what to show there. `nonce` grows with each navigation, so that equal ones can be told apart. */
export type NavigationTarget = {
  readonly screen: Screen
  readonly nonce: number
  readonly batchRef?: string
  /** What is to be entered of the batch. */
  readonly work?: 'damage' | 'count' | 'setAside' | 'arrival'
  /** What is known of a batch to receive. */
  readonly receive?: { readonly ref?: string; readonly sku?: string }
  readonly history?: {
    readonly orderId?: string
    readonly batchRef?: string
    readonly sku?: string
    readonly type?: Message['type']
  }
  readonly lines?: {
    readonly sku?: string
    readonly orderId?: string
    readonly batchRef?: string
    readonly state?: 'backordered' | 'overdue' | 'late'
    readonly days?: Days
  }
  /** Takes the file to import; null: it is not there any more. */
  readonly file?: () => Promise<ChosenFile | null>
  /** What to show as it stood; `at`: when that was, in ISO 8601. */
  readonly asOf?: { readonly subject: Subject; readonly moment?: { readonly seq: number; readonly at: string } }
  /** The order to open. */
  readonly order?: string
  /** What caused the notices to show. */
  readonly origin?: number
  /** The settings to show. */
  readonly section?: 'reasons' | 'mail'
  /** The SKU whose stock to show. */
  readonly sku?: string
  /** The SKU whose shortage to show. */
  readonly short?: string
}

export type Go = (screen: Screen, target?: Omit<NavigationTarget, 'screen' | 'nonce'>) => void

export const GoContext = createContext<Go>(() => {})
/** Opens another screen. */
export const useGo = (): Go => useContext(GoContext)

export const NavigationTargetContext = createContext<NavigationTarget>({ screen: 'stockTake', nonce: 0 })

/** Calls `follow` once for each navigation to this screen. */
export function useNavigationTarget(screen: Screen, follow: (target: NavigationTarget) => void): void {
  const target = useContext(NavigationTargetContext)
  const followed = useRef(0)
  useEffect(() => {
    if (target.screen !== screen || target.nonce === followed.current) return
    followed.current = target.nonce
    follow(target)
  })
}
