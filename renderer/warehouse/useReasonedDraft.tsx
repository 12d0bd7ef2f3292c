import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageInput } from '../../electron/contract.ts'
import { TextField } from '../ui/TextField.tsx'
import { type MessageDraft, useDraft } from './useDraft.ts'

type Reasoned = Extract<MessageInput, { reason: string }>
type Message<T> = { readonly type: T } & Readonly<Record<string, string | number | undefined>>

/**
 * A message with a reason that a person has to give, and the field for it. What it comes to is shown before there is one.
 * @param message without its reason
 * @param autoFocus whether the field has the focus from the beginning
 */
export function useReasonedDraft<T extends Reasoned['type']>(message: Message<T>, { autoFocus = false } = {}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const draft: MessageDraft = useDraft(
    { ...message, reason },
    { previewed: { ...message, reason: '-' }, missing: reason.trim() === '' ? 'reason' : undefined },
  )
  const reasonField = (
    <TextField
      label={t('field.reason')}
      value={reason}
      onChange={setReason}
      error={draft.errorOf('reason')}
      wanted={reason === ''}
      autoFocus={autoFocus}
    />
  )
  return { draft, reasonField }
}
