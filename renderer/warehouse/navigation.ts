import { createContext, useContext, useEffect, useRef } from 'react'

/** The screens, in the order of the navigation. */
export const screens = [
  'stockTake',
  'countSheets',
  'allocations',
  'stock',
  'notices',
  'history',
  'receive',
  'import',
  'mail',
  'backups',
] as const
export type Screen = (typeof screens)[number]

/** The screen to open and what to show there. `nonce` grows with each navigation, so that equal ones can be told apart. */
export type NavigationTarget = {
  readonly screen: Screen
  readonly nonce: number
  readonly batchRef?: string
  /** The reference of a batch to receive. */
  readonly receive?: { readonly ref: string }
  readonly history?: { readonly orderId?: string; readonly batchRef?: string; readonly sku?: string }
  readonly lines?: { readonly sku: string; readonly orderId?: string; readonly state?: 'backordered' }
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
