import { useTranslation } from 'react-i18next'

/** Numbers, dates and times as the language writes them. */
export function useFormat() {
  const { i18n } = useTranslation()
  return formatsOf(i18n.language)
}

const made = new Map<string, Formats>()
export type Formats = ReturnType<typeof makeFormats>

/** Of a language, where no component asks. */
export function formatsOf(language: string): Formats {
  const known = made.get(language) ?? makeFormats(language)
  made.set(language, known)
  return known
}

function makeFormats(language: string) {
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  // A plain date belongs to no time zone: it is read and written in the same one.
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const localDate = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const ofDay = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  const dayAndTime = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
  const timeOfDay = new Intl.DateTimeFormat(language, ofDay)
  const moment = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', ...ofDay })
  const inUnit = (unit: 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const dayOfYear = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone: 'UTC' })
  const list = new Intl.ListFormat(language, { style: 'short', type: 'unit' })
  const kilobytes = inUnit('kilobyte')
  const megabytes = inUnit('megabyte')
  return {
    number: (value: number) => number.format(value),
    /** `YYYY-MM-DD` */
    date: (value: string) => date.format(new Date(`${value}T00:00:00Z`)),
    /** `YYYY-MM-DD`, in little room: of this year without the year. */
    day: (value: string) => {
      const isOfThisYear = value.startsWith(`${new Date().getFullYear()}-`)
      return (isOfThisYear ? day : dayOfYear).format(new Date(`${value}T00:00:00Z`))
    },
    /** A share; 1 is 100 %. Its last digit is cut rather than rounded: it is whole only when nothing is missing. */
    percent: (value: number) => percent.format(Math.trunc(value * 1000) / 1000),
    /** One after the other, such as "3 entries, 7 units". */
    list: (values: readonly string[]) => list.format(values),
    /** An instant in ISO 8601. */
    time: (value: string) => time.format(new Date(value)),
    /** The same in little room: of this year without the year, of others the day alone. */
    shortTime: (value: string) => {
      const instant = new Date(value)
      return (instant.getFullYear() === new Date().getFullYear() ? dayAndTime : localDate).format(instant)
    },
    /** To the second, in milliseconds since 1970; of another day than today with the day. */
    moment: (value: number) => (isToday(value) ? timeOfDay : moment).format(value),
    /** Of a file, in bytes. */
    size: (value: number) => (value < 1_000_000 ? kilobytes.format(value / 1000) : megabytes.format(value / 1_000_000)),
  }
}

export const isToday = (value: number): boolean => new Date(value).toDateString() === new Date().toDateString()
