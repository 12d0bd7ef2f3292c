import type { ReportSettings } from '../settingsSchema.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** `YYYY-MM-DD` where this workstation is. */
const localDay = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** The last day whose time has come, since reports were turned on; null: none. */
export function dueDay({ isOn, time, since }: ReportSettings, now: Date): string | null {
  if (!isOn || since === null) return null
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute)
  if (at > now) at.setDate(at.getDate() - 1)
  return at < new Date(since) ? null : localDay(at)
}
