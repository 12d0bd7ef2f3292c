import type { Formats } from '../i18n/format.ts'

/** Units that are too many or too few. */
export const signed = (units: number, number: Formats['number']): string =>
  units > 0 ? `+${number(units)}` : units < 0 ? `−${number(-units)}` : number(0)
