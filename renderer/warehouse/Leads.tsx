import { Bell, ClipboardCheck, FileInput, ListChecks, type LucideIcon, PackagePlus, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../i18n/failureText.ts'
import { Alert } from '../ui/Alert.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './Leads.module.css'
import { useGo } from './navigation.ts'
import { isSample, openSample } from './sample.ts'
import { failureOf } from './unwrap.ts'

const icons = {
  import: FileInput,
  receive: PackagePlus,
  stockTake: ClipboardCheck,
  allocations: ListChecks,
  notices: Bell,
  sample: Sparkles,
} satisfies Record<string, LucideIcon>

/** Where what is missing comes from: a screen, or the sample. */
export type Lead = keyof typeof icons

/** Buttons that lead from an empty list to where it is filled. The first one is what most people need. */
export function Leads({ to }: { to: readonly Lead[] }) {
  const { t } = useTranslation()
  const go = useGo()
  const [failure, setFailure] = useState<Error | null>(null)
  const follow = (lead: Lead) => {
    if (lead === 'sample') openSample().catch(setFailure)
    else go(lead)
  }
  return (
    <>
      <div className={styles.leads}>
        {to
          .filter((lead) => lead !== 'sample' || !isSample)
          .map((lead, index) => {
            const Icon = icons[lead]
            return (
              <Button key={lead} kind={index === 0 ? 'primary' : 'secondary'} onPress={() => follow(lead)}>
                <Icon size={16} aria-hidden />
                {t(`lead.${lead}`)}
              </Button>
            )
          })}
      </div>
      {failure && <Alert tone="bad">{failureText(failureOf(failure), t)}</Alert>}
    </>
  )
}
