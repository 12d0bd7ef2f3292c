import { Settings2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceGrid } from '../../ui/ChoiceGrid.tsx'
import { leadOn } from '../../warehouse/leadOn.ts'
import { ReasonsDialog } from './ReasonsDialog.tsx'
import type { Reason } from './reasons.ts'

type Props = {
  reasons: readonly Reason[]
  /** null: none is chosen. */
  value: string | null
  onChange: (id: string) => void
  error?: string | undefined
}

/** Why stock is gone: one of the reasons of this workstation, by its digit or its button. */
export function ReasonField({ reasons, value, onChange, error }: Props) {
  const { t } = useTranslation()
  const reasonText = useReasonText()
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <ChoiceGrid
        label={t('stockTake.reason')}
        hint={t('stockTake.reasonHint')}
        options={reasons.map(({ id }) => ({ id, name: reasonText(id) }))}
        value={value}
        onChange={onChange}
        onDigit={leadOn}
        error={error}
        beside={
          <Button kind="quiet" aria-label={t('reasons.edit')} onPress={() => setEditing(true)}>
            <Settings2 size={16} aria-hidden />
          </Button>
        }
      />
      {isEditing && <ReasonsDialog onClose={() => setEditing(false)} />}
    </>
  )
}
