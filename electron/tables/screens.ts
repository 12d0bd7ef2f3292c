/** The screens, in the order of the navigation. */
export const screens = [
  'today',
  'stockTake',
  'countSheets',
  'allocations',
  'shortages',
  'stock',
  'notices',
  'history',
  'receive',
  'import',
  'whatIf',
  'asOf',
  'mail',
  'backups',
  'settings',
  'help',
] as const
export type Screen = (typeof screens)[number]
