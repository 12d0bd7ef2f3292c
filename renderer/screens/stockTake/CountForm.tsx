import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import type { WorkProps } from './BatchWork.tsx'
import { type Entered, useEntered } from './drafts.ts'
import { NoteField } from './NoteField.tsx'
import { knownUnits, UnitsForm } from './UnitsForm.tsx'

const isBlank = ({ qty, note }: Entered['count']) => qty.trim() === '' && note.trim() === ''

/** How many units were found. The quantity at the start of the count is sent along, so that a stale count is refused. */
export function CountForm(props: WorkProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { ref, qty: expected } = props.batch
  const { entered, isDraft, enter, discard } = useEntered(
    { ref, work: 'count' },
    { qty: '', note: '', expected },
    isBlank,
  )
  const qty = quantityOf(entered.qty)
  const note = entered.note.trim() || undefined
  const draft = useDraft({ type: 'StockCounted', ref, qty, expected: entered.expected, note })
  const counted = knownUnits(draft, qty)
  const isStale = draft.failures.some(({ code }) => code === 'StaleCount')
  return (
    <UnitsForm
      {...props}
      label={t('stockTake.count')}
      draft={draft}
      entry={{ qty: entered.qty, fill: (qty) => enter({ qty }), isDraft, discard }}
      units={counted}
      kind="primary"
      confirm={
        counted === null ? t('stockTake.confirmCountNone') : t('stockTake.confirmCount', { qty: number(counted) })
      }
      done={() => t('stockTake.countDone', { ref, qty: number(Number(qty)) })}
      beside={isStale ? <Button onPress={discard}>{t('stockTake.recount')}</Button> : undefined}
    >
      <TextField
        label={t('stockTake.counted')}
        hint={t('stockTake.countedHint')}
        value={entered.qty}
        onChange={(qty) => enter({ qty })}
        error={draft.errorOf('qty')}
        commands="*/"
        large
        numeric
      />
      <NoteField value={entered.note} onChange={(note) => enter({ note })} draft={draft} />
    </UnitsForm>
  )
}
