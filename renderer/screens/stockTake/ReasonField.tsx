import { Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceGrid } from '../../ui/ChoiceGrid.tsx'
import { leadOn } from '../../warehouse/leadOn.ts'
import { useGo } from '../../warehouse/navigation.ts'
import type { useReason } from '../../warehouse/reasons.ts'
import type { Draft } from '../../warehouse/useDraft.ts'

type Props = {
  reason: ReturnType<typeof useReason>
  onChange: (id: string) => void
  draft: Draft
}

/** Why stock is gone: one of the reasons of this workstation, by its digit or its button. The next batch begins with it. */
export function ReasonField({ reason, onChange, draft }: Props) {
  const { t } = useTranslation()
  const reasonText = useReasonText()
  const go = useGo()
  return (
    <ChoiceGrid
      label={t('stockTake.reason')}
      hint={t('stockTake.reasonHint')}
      options={reason.shown.map(({ id }) => ({ id, name: reasonText(id) }))}
      value={reason.id ?? null}
      onChange={(id) => {
        reason.remember(id)
        onChange(id)
      }}
      onDigit={leadOn}
      error={draft.errorOf('reason')}
      beside={
        <Button kind="quiet" aria-label={t('reasons.edit')} onPress={() => go('settings', { section: 'reasons' })}>
          <Settings2 size={16} aria-hidden />
        </Button>
      }
    />
  )
}
