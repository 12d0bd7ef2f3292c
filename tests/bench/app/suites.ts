import type { Suite } from '../suite.ts'
import { questions } from './questions.ts'
import { start } from './start.ts'
import { work } from './work.ts'

/** What a person waits for, in the app as it is built. */
export const appSuites: readonly Suite[] = [start, questions, work]
