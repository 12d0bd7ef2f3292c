import { parseDateTime, toCalendarDateTime } from '@internationalized/date'
import { DatePickerField } from './DatePickerField.tsx'

type Props = {
  label: string
  /** `YYYY-MM-DDTHH:mm`, where the person is; null: none. */
  value: string | null
  onChange: (value: string | null) => void
  error?: string | undefined
}

/** A day and a time of day, to the minute. */
export function MomentField({ label, value, onChange, error }: Props) {
  return (
    <DatePickerField
      label={label}
      granularity="minute"
      value={value === null ? null : parseDateTime(value)}
      onChange={(moment) => onChange(moment === null ? null : toCalendarDateTime(moment).toString().slice(0, 16))}
      error={error}
    />
  )
}
