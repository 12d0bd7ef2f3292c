import { Printer } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import type { Labelled } from './labelSettings.ts'

const LabelsDialog = lazy(() => import('./LabelsDialog.tsx').then(({ LabelsDialog }) => ({ default: LabelsDialog })))

type Props = { batches: readonly Labelled[]; kind?: 'secondary' | 'quiet' }

/** Opens the dialog in which labels of the batches are printed, as Ctrl+P or ⌘P does. */
export function PrintLabels({ batches, kind = 'secondary' }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyP' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
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
