import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { EntryUndoDialog } from '../../warehouse/EntryUndo.tsx'
import { usePerson } from '../../warehouse/settings.ts'
import { canBeUndone } from '../../warehouse/undoText.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

const MOST = 200 // entries that are looked through

/** Shows what taking back the last entry of who works here would change; what is an undo itself is passed over. */
export function UndoLast({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const by = usePerson()
  const [entry, setEntry] = useState<EntryRow | null | undefined>(undefined)
  useEffect(() => void lastEntry(by).then(setEntry, () => setEntry(null)), [by]) // once: after the undo it would be another
  if (entry === undefined) return null
  if (entry) return <EntryUndoDialog entry={entry} onClose={onClose} />
  return (
    <Modal title={t('command.undo')} onClose={onClose}>
      <p>{t('undo.nothing')}</p>
      <div>
        <Button autoFocus onPress={onClose}>
          {t('order.close')}
        </Button>
      </div>
    </Modal>
  )
}

/** null: there is none that can be taken back. */
async function lastEntry(by: string): Promise<EntryRow | null> {
  const { rows } = await unwrap(window.warehouse.view('entries', { by, limit: MOST }))
  return rows.find((entry) => canBeUndone(entry) && entry.event.type !== 'MessageUndone') ?? null
}
