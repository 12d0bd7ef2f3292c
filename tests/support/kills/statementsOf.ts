/** The statements of a migration: each begins at the beginning of a line, where what a trigger does is indented. */
export const statementsOf = (sql: string): string[] => sql.split(/(?<=;\n)(?=(?!END)\S)/)
