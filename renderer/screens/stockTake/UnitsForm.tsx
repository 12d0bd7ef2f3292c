import { type ComponentProps, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import type { Draft, MessageDraft } from '../../warehouse/useDraft.ts'
import { BatchPicture } from './BatchPicture.tsx'
import type { WorkProps } from './BatchWork.tsx'
import { KeptLines } from './KeptLines.tsx'
import { Leave } from './Leave.tsx'
import styles from './StockTake.module.css'
import { useUnconfirmed } from './unconfirmed.ts'
import { useLabelCount } from './useLabelCount.ts'
import { WaitingLines } from './WaitingLines.tsx'

type Entry = {
  /** The quantity, as it was typed. */
  readonly qty: string
  readonly fill: (qty: string) => void
  readonly isDraft: boolean
  readonly discard: () => void
}

type Props = WorkProps &
  Pick<ComponentProps<typeof MessageForm>, 'label' | 'kind' | 'confirm' | 'commands'> & {
    draft: MessageDraft
    entry: Entry
    /** See `knownUnits`. */
    units: number | null
    /** What is said once it is done. */
    done: () => string
    /** Beside the button that confirms, instead of the ways to leave the entry. */
    beside?: ReactNode
    /** The fields. */
    children: ReactNode
  }

/** The units that are entered, once it is known what they come to; null: it is not, or they are no valid quantity. */
export const knownUnits = ({ preview, settling }: Draft, qty: number | string | undefined): number | null =>
  preview && !settling && typeof qty === 'number' ? qty : null

/** The form of an entry of units of a batch: with what it does to the batch as a picture, and the ways to leave it. */
export function UnitsForm({ draft, entry, units, done, commands, beside, children, ...props }: Props) {
  const { batch, count: labelled, onChange, onDone, onSwitch, onLeave, unconfirmed, label, kind, confirm } = props
  const { t } = useTranslation()
  const { ref } = batch
  const { qty, fill, isDraft, discard } = entry
  const { preview } = draft
  useLabelCount(labelled, qty, fill)
  useUnconfirmed(unconfirmed, { ref, isEntered: isDraft, value: qty, labelled })
  useEffect(() => {
    onChange(preview && units !== null ? preview : null)
  }, [onChange, preview, units])
  return (
    <MessageForm
      label={label}
      draft={draft}
      kind={kind}
      confirm={confirm}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingMoves')} />}
      picture={(outcome) => <BatchPicture batch={batch} outcome={outcome} />}
      details={(outcome) => (
        <>
          <WaitingLines outcome={outcome} message={draft.previewed} />
          <KeptLines batchRef={ref} outcome={outcome} />
        </>
      )}
      onDone={(outcome, id) => {
        discard()
        onDone({ text: done(), id, outcome })
      }}
      commands={{ '*': onSwitch, '/': onSwitch, ...commands }}
      beside={beside ?? <Leave onLeave={onLeave} onDiscard={isDraft ? discard : null} />}
    >
      <div className={styles.fields}>{children}</div>
    </MessageForm>
  )
}
