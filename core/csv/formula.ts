/**
 * Matches a text that a spreadsheet would run as a formula: CSV injection. Plain numbers, also with a sign, do not match.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export const formula = /^(?![-+]?\d+(\.\d+)?$)[=+\-@\t\r\0]/

const guard = /^'(?=[=+\-@\t\r\0])/

/** The cell without the apostrophe that protects a text which looks like a formula. */
export const withoutGuard = (cell: string): string => cell.replace(guard, '')
