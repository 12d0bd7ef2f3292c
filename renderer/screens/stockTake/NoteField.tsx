import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/TextField.tsx'
import type { Draft } from '../../warehouse/useDraft.ts'

type Props = {
  value: string
  onChange: (note: string) => void
  draft: Draft
  /** The entry is not confirmed without one. */
  isNeeded?: boolean
}

export function NoteField({ value, onChange, draft, isNeeded = false }: Props) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('stockTake.note')}
      value={value}
      onChange={onChange}
      error={draft.errorOf('note')}
      optional={!isNeeded}
      wanted={isNeeded && value.trim() === ''}
    />
  )
}
