import {
  ArchiveRestore,
  Bell,
  Boxes,
  CircleQuestionMark,
  ClipboardCheck,
  ClipboardList,
  FileClock,
  FileInput,
  History as HistoryIcon,
  House,
  ListChecks,
  type LucideIcon,
  Mail as MailIcon,
  PackageMinus,
  PackagePlus,
  Settings as SettingsIcon,
} from 'lucide-react'
import { Allocations } from '../screens/allocations/Allocations.tsx'
import { AsOf } from '../screens/asOf/AsOf.tsx'
import { Backups } from '../screens/backups/Backups.tsx'
import { CountSheets } from '../screens/countSheets/CountSheets.tsx'
import { Help } from '../screens/help/Help.tsx'
import { History } from '../screens/history/History.tsx'
import { Import } from '../screens/import/Import.tsx'
import { Mail } from '../screens/mail/Mail.tsx'
import { Notices } from '../screens/notices/Notices.tsx'
import { Receive } from '../screens/receive/Receive.tsx'
import { Settings } from '../screens/settings/Settings.tsx'
import { Shortages } from '../screens/shortages/Shortages.tsx'
import { Stock } from '../screens/stock/Stock.tsx'
import { StockTake } from '../screens/stockTake/StockTake.tsx'
import { Today } from '../screens/today/Today.tsx'
import { WhatIf } from '../screens/whatIf/WhatIf.tsx'
import type { Screen } from '../warehouse/navigation.ts'

type Entry = { readonly icon: LucideIcon; readonly View: () => React.JSX.Element }

/** The component of each screen, and its icon in the navigation. */
export const screenTable: Readonly<Record<Screen, Entry>> = {
  today: { icon: House, View: Today },
  stockTake: { icon: ClipboardCheck, View: StockTake },
  countSheets: { icon: ClipboardList, View: CountSheets },
  allocations: { icon: ListChecks, View: Allocations },
  shortages: { icon: PackageMinus, View: Shortages },
  stock: { icon: Boxes, View: Stock },
  notices: { icon: Bell, View: Notices },
  history: { icon: HistoryIcon, View: History },
  receive: { icon: PackagePlus, View: Receive },
  import: { icon: FileInput, View: Import },
  whatIf: { icon: CircleQuestionMark, View: WhatIf },
  asOf: { icon: FileClock, View: AsOf },
  mail: { icon: MailIcon, View: Mail },
  backups: { icon: ArchiveRestore, View: Backups },
  settings: { icon: SettingsIcon, View: Settings },
  help: { icon: CircleQuestionMark, View: Help },
}
