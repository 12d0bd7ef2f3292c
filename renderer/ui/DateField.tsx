import { parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
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
    <DatePicker
      className={styles.field!}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date?.toString() ?? null)}
      isInvalid={error !== undefined}
    >
      <Label className={styles.label!}>
        {label} <span className={styles.optional}>{t('optional')}</span>
      </Label>
      <Group className={styles.group!}>
        <DateInput className={styles.segments!}>
          {(segment) => <DateSegment segment={segment} className={styles.segment!} />}
        </DateInput>
        {value !== null && (
          <Button slot={null} className={styles.icon!} aria-label={t('date.clear')} onPress={() => onChange(null)}>
            <X size={16} aria-hidden />
          </Button>
        )}
        <Button className={styles.icon!} aria-label={t('date.calendar')}>
          <CalendarDays size={16} aria-hidden />
        </Button>
      </Group>
      {hint && (
        <Text slot="description" className={styles.hint!}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error!}>{error}</FieldError>
      <Popover className={styles.popover!}>
        <Dialog aria-label={t('date.calendar')}>
          <MonthCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

export function MonthCalendar() {
  return (
    <Calendar className={styles.calendar!}>
      <header className={styles.calendarHead}>
        <Button slot="previous" className={styles.icon!}>
          <ChevronLeft size={18} aria-hidden />
        </Button>
        <Heading />
        <Button slot="next" className={styles.icon!}>
          <ChevronRight size={18} aria-hidden />
        </Button>
      </header>
      <CalendarGrid>{(date) => <CalendarCell date={date} className={styles.day!} />}</CalendarGrid>
    </Calendar>
  )
}
