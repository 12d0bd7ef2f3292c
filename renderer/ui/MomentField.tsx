import { parseDateTime, toCalendarDateTime } from '@internationalized/date'
import { CalendarDays } from 'lucide-react'
import {
  Button,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Label,
  Popover,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MonthCalendar } from './DateField.tsx'
import styles from './fields.module.css'

type Props = {
  label: string
  /** `YYYY-MM-DDTHH:mm`, where the person is; null: none. */
  value: string | null
  onChange: (value: string | null) => void
  error?: string | undefined
}

/** A day and a time of day, to the minute. */
export function MomentField({ label, value, onChange, error }: Props) {
  const { t } = useTranslation()
  return (
    <DatePicker
      className={styles.field!}
      granularity="minute"
      value={value === null ? null : parseDateTime(value)}
      onChange={(moment) => onChange(moment === null ? null : toCalendarDateTime(moment).toString().slice(0, 16))}
      isInvalid={error !== undefined}
    >
      <Label className={styles.label!}>{label}</Label>
      <Group className={styles.group!}>
        <DateInput className={styles.segments!}>
          {(segment) => <DateSegment segment={segment} className={styles.segment!} />}
        </DateInput>
        <Button className={styles.icon!} aria-label={t('date.calendar')}>
          <CalendarDays size={16} aria-hidden />
        </Button>
      </Group>
      <FieldError className={styles.error!}>{error}</FieldError>
      <Popover className={styles.popover!}>
        <Dialog aria-label={t('date.calendar')}>
          <MonthCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
