/** The CSS height of a grid that shows its head and so many rows, with a border of one pixel around it. */
export const gridHeight = (rows: number): string => `calc(${rows + 1} * var(--row) + 2px)`
