import { BackupCopies } from './BackupCopies.tsx'
import { DailyReport } from './DailyReport.tsx'
import { Data } from './Data.tsx'
import { Looks } from './Looks.tsx'
import { MailServer } from './MailServer.tsx'
import { Notifications } from './Notifications.tsx'
import { Reasons } from './Reasons.tsx'
import { Scanner } from './Scanner.tsx'
import { Sounds } from './Sounds.tsx'
import { Updates } from './Updates.tsx'

/** For whom the settings of a section are kept, which is said beside it. */
type Scope = 'person' | 'workstation'

/** The sections, in their order on the screen. The title of each is under `setting.section` in the languages. */
export const sections = [
  { id: 'looks', scope: 'person', Section: Looks },
  { id: 'scanner', scope: 'workstation', Section: Scanner },
  { id: 'sounds', scope: 'workstation', Section: Sounds },
  { id: 'reasons', scope: 'workstation', Section: Reasons },
  { id: 'notifications', scope: 'person', Section: Notifications },
  { id: 'mail', scope: 'workstation', Section: MailServer },
  { id: 'report', scope: 'workstation', Section: DailyReport },
  { id: 'data', scope: 'workstation', Section: Data },
  { id: 'copies', scope: 'workstation', Section: BackupCopies },
  { id: 'updates', scope: 'workstation', Section: Updates },
] as const satisfies readonly { id: string; scope: Scope; Section: () => React.ReactNode }[]
