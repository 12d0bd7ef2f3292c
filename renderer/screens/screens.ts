import {
  ArchiveRestore,
  Bell,
  Boxes,
  ClipboardCheck,
  FileInput,
  History,
  ListChecks,
  Mail,
  PackagePlus,
} from 'lucide-react'
import { createContext, useContext } from 'react'

/** The screens, in the order of the navigation. */
export const icons = {
  stockTake: ClipboardCheck,
  allocations: ListChecks,
  stock: Boxes,
  notices: Bell,
  history: History,
  receive: PackagePlus,
  import: FileInput,
  mail: Mail,
  backups: ArchiveRestore,
} as const
export type Screen = keyof typeof icons
export const screens = Object.keys(icons) as Screen[]

/** What one screen asks of another when it leads there. `asked` differs with every request. */
export type Request = {
  readonly screen: Screen
  readonly asked: number
  readonly batchRef?: string
  readonly history?: { readonly orderId?: string; readonly batchRef?: string; readonly sku?: string }
  readonly lines?: { readonly sku: string }
}

export type Go = (screen: Screen, request?: Omit<Request, 'screen' | 'asked'>) => void

export const GoContext = createContext<Go>(() => {})
/** Leads to another screen. */
export const useGo = (): Go => useContext(GoContext)

/** What the screen was last asked for. */
export const RequestContext = createContext<Request>({ screen: 'stockTake', asked: 0 })
