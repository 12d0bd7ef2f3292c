/** Those that can be chosen, in percent. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const
