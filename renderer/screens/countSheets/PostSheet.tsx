import { useTranslation } from 'react-i18next'
import type { Outcome, SheetRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Modal } from '../../ui/Modal.tsx'
import { useEventText } from '../../warehouse/eventText.ts'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'
import styles from './CountSheets.module.css'

/** One preview of all that the sheet changes, over all SKUs, and one confirmation. */
export function PostSheet({ sheet, onClose }: { sheet: SheetRow; onClose: () => void }) {
  const { t } = useTranslation()
  const draft = useDraft({ type: 'SheetPosted', sheet: sheet.name })
  const { uncounted, recount } = sheet.counts
  return (
    <Modal title={t('countSheets.posting', { name: sheet.name })} onClose={onClose}>
      {uncounted + recount > 0 && (
        <p className={styles.warn}>{t('countSheets.leaves', { count: uncounted + recount })}</p>
      )}
      <MessageForm
        label={t('countSheets.posting', { name: sheet.name })}
        draft={draft}
        kind="primary"
        confirm={t('countSheets.confirmPost')}
        autoFocus
        summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingMoves')} />}
        picture={(outcome) => <Differences outcome={outcome} />}
        onDone={onClose}
      />
    </Modal>
  )
}

/** How the stock changes, and what of the sheet cannot be posted any more. */
function Differences({ outcome: { events } }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const eventText = useEventText()
  const units = events.flatMap((event) => (event.type === 'StockAdjusted' ? [event.after - event.before] : []))
  const leftOut = events.filter(({ type }) => type === 'CountLeftOut')
  const sum = (sign: 1 | -1) => units.reduce((all, unit) => all + Math.max(0, sign * unit), 0)
  return (
    <>
      <p>
        {units.length === 0
          ? t('countSheets.noDifference')
          : t('countSheets.differences', { count: units.length, surplus: number(sum(1)), missing: number(sum(-1)) })}
      </p>
      {leftOut.length > 0 && (
        <div className={styles.warn}>
          <p>{t('countSheets.leftOut')}</p>
          <ul>
            {leftOut.map((event) => (
              <li key={eventText(event)}>{eventText(event)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
