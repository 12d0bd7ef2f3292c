import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A reason in words: the app's own ones translated, others as they were entered; null: none was given. */
export function useReasonText(): (reason: string | null) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (reason) => {
      if (reason === null) return t('none')
      return i18n.exists(`reason.${reason}`) ? t(`reason.${reason}` as 'reason.water') : reason
    },
    [t, i18n],
  )
}
