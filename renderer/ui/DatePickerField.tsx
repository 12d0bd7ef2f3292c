import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  type DatePickerProps,
  DateSegment,
  type DateValue,
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

type Props<T extends DateValue> = Pick<DatePickerProps<T>, 'value' | 'onChange' | 'granularity'> & {
  label: ReactNode
  /** Empties it; undefined: it cannot be emptied now. */
  onClear?: (() => void) | undefined
  hint?: string | undefined
  error?: string | undefined
}

/** A day, perhaps with a time of day, that is typed or chosen in a calendar. */
export function DatePickerField<T extends DateValue>({ label, onClear, hint, error, ...picker }: Props<T>) {
  const { t } = useTranslation()
  return (
    <DatePicker className={styles.field!} isInvalid={error !== undefined} {...picker}>
      <Label className={styles.label!}>{label}</Label>
      <Group className={styles.group!}>
        <DateInput className={styles.segments!}>
          {(segment) => <DateSegment segment={segment} className={styles.segment!} />}
        </DateInput>
        {onClear && (
          <Button slot={null} className={styles.icon!} aria-label={t('date.clear')} onPress={onClear}>
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

function MonthCalendar() {
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
