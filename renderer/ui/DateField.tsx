import { parseDate } from '@internationalized/date'
import { useTranslation } from 'react-i18next'
import { DatePickerField } from './DatePickerField.tsx'
import styles from './fields.module.css'

type Props = {
  label: string
  /** `YYYY-MM-DD`; null: no date. */
  value: string | null
  onChange: (value: string | null) => void
  hint?: string
  error?: string | undefined
}

export function DateField({ label, value, onChange, hint, error }: Props) {
  const { t } = useTranslation()
  return (
    <DatePickerField
      label={
        <>
          {label} <span className={styles.optional}>{t('optional')}</span>
        </>
      }
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date?.toString() ?? null)}
      onClear={value === null ? undefined : () => onChange(null)}
      hint={hint}
      error={error}
    />
  )
}
