import { writeDurably } from '../core/index.ts'

const OF_THIS_USER = 0o600

/** Writes a small file of this user's, whole or not at all, also when the power fails. */
export const writeWhole = (file: string, text: string): Promise<void> => writeDurably(file, text, OF_THIS_USER)
