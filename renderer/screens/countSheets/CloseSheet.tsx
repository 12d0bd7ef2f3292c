import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../electron/contract.ts'
import { Modal } from '../../ui/Modal.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'

export function CloseSheet({ sheet, onClose }: { sheet: SheetRow; onClose: () => void }) {
  const { t } = useTranslation()
  const draft = useDraft({ type: 'SheetClosed', sheet: sheet.name })
  return (
    <Modal title={t('countSheets.closing', { name: sheet.name })} onClose={onClose}>
      <MessageForm
        label={t('countSheets.closing', { name: sheet.name })}
        draft={draft}
        kind="danger"
        confirm={t('countSheets.confirmClose')}
        autoFocus
        summary={() => t('countSheets.closesNothing')}
        onDone={onClose}
      />
    </Modal>
  )
}
