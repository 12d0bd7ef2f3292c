import type { EventEmitter } from 'node:events'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'
import type { Session } from './devtools.ts'
import { fromWeb } from './protocol.ts'

type Level = 'debug' | 'info' | 'warning' | 'error'

const levels: readonly Level[] = ['debug', 'info', 'warning', 'error'] // in the order of Chromium's numbers
const levelOf: Readonly<Record<string, Level>> = { debug: 'debug', warning: 'warning', error: 'error', assert: 'error' }

/** What a page writes to its console, and the errors that nobody caught in it, as `console-message` of its contents. */
export function passOnConsole(page: Session, contents: EventEmitter): void {
  const pass = (level: Level, message: string, frame: Protocol.Runtime.CallFrame | undefined) => {
    const [lineNumber, sourceId] = [(frame?.lineNumber ?? 0) + 1, fromWeb(frame?.url ?? '')]
    const event = { level, message, lineNumber, sourceId }
    contents.emit('console-message', event, levels.indexOf(level), message, lineNumber, sourceId)
  }
  page.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const message = args.map(({ value, description }) => description ?? String(value)).join(' ')
    pass(levelOf[type] ?? 'info', message, stackTrace?.callFrames[0])
  })
  page.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, stackTrace } }) => {
    pass('error', `${text} ${exception?.description ?? ''}`.trim(), stackTrace?.callFrames[0])
  })
}
