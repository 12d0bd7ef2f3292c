import { Printer } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { useCommand } from '../commands.ts'
import type { Labelled } from './labelSettings.ts'

const LabelsDialog = lazy(() => import('./LabelsDialog.tsx').then(({ LabelsDialog }) => ({ default: LabelsDialog })))

type Props = { batches: readonly Labelled[]; kind?: 'secondary' | 'quiet' }

/** Opens the dialog in which labels of the batches are printed, as Ctrl+P or ⌘P does. */
export function PrintLabels({ batches, kind = 'secondary' }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useCommand('print', () => setOpen(true))
  return (
    <>
      <Button kind={kind} onPress={() => setOpen(true)} aria-keyshortcuts="Control+P Meta+P">
        <Printer size={16} aria-hidden />
        {t('labels.print', { count: batches.length })}
      </Button>
      {isOpen && (
        <Suspense>
          <LabelsDialog batches={batches} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
