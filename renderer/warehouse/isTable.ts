/** Whether a file that was dropped is one to import, by its name, or by what the system says that it is. */
export const isTable = ({ name, type }: { readonly name?: string; readonly type: string }): boolean =>
  type === 'text/csv' || /\.(csv|tsv|txt)$/i.test(name ?? '')
