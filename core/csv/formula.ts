/**
 * A cell that a spreadsheet would take for a formula, though it is text: whoever opens the file would run what somebody
 * else typed. Plain numbers stay numbers. https://owasp.org/www-community/attacks/CSV_Injection
 */
export const formula = /^(?![-+]?\d+(\.\d+)?$)[=+\-@\t\r\0]/

const guard = /^'(?=[=+\-@\t\r\0])/

/** The cell without the apostrophe that was put before a formula when it was saved. */
export const withoutGuard = (cell: string): string => cell.replace(guard, '')
