import { CalendarClock, ClipboardCheck, type LucideIcon, PackageSearch, PackageX } from 'lucide-react'
import { ArrivalForm } from './ArrivalForm.tsx'
import type { WorkProps } from './BatchWork.tsx'
import { CountForm } from './CountForm.tsx'
import { DamageForm } from './DamageForm.tsx'
import type { Work } from './drafts.ts'
import { SetAsideForm } from './SetAsideForm.tsx'

type Entry = {
  readonly icon: LucideIcon
  /** How loud the screen is while it is chosen. */
  readonly tone: 'danger' | 'accent' | 'warn' | 'plain'
  readonly Form: (props: WorkProps) => React.JSX.Element
}

/** What can be entered of a batch, in the order of the tabs. */
export const works: Readonly<Record<Work, Entry>> = {
  damage: { icon: PackageX, tone: 'danger', Form: DamageForm },
  count: { icon: ClipboardCheck, tone: 'accent', Form: CountForm },
  setAside: { icon: PackageSearch, tone: 'warn', Form: SetAsideForm },
  arrival: { icon: CalendarClock, tone: 'plain', Form: ArrivalForm },
}
