import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts' // not among its exports

type Commands = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues
type Events = Protocol.Events
type Message = {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** One conversation in Chromium's DevTools protocol: about the browser itself (no id) or about one page. */
export class Session {
  readonly #browser: Browser
  readonly #id: string | undefined
  readonly #events = new EventEmitter()

  constructor(browser: Browser, id?: string) {
    this.#browser = browser
    this.#id = id
  }

  send<Method extends keyof Commands>(method: Method, params?: Commands[Method]): Promise<Answers[Method]> {
    return this.#browser.call(method, params, this.#id) as Promise<Answers[Method]>
  }

  /** For what no longer matters when the page is gone. */
  tell<Method extends keyof Commands>(method: Method, params?: Commands[Method]): void {
    this.send(method, params).catch(() => {})
  }

  on<Event extends keyof Events>(event: Event, listener: (params: Events[Event]) => void): void {
    this.#events.on(event, listener)
  }

  take(event: string, params: unknown): void {
    this.#events.emit(event, params)
  }
}

/** A running Chromium, spoken to over the pipe that file descriptors 3 and 4 of its process are. */
export class Browser {
  readonly process: ChildProcess
  readonly root = new Session(this)
  readonly #sessions = new Map<string | undefined, Session>([[undefined, this.root]])
  readonly #calls = new Map<
    number,
    { method: string; resolve: (result: unknown) => void; reject: (error: Error) => void }
  >()
  #last = 0

  constructor(process: ChildProcess) {
    this.process = process
    let parts: Buffer[] = []
    process.stdio[3]?.on('error', () => {}) // Chromium is gone, which 'exit' tells
    process.stdio[4]?.on('data', (chunk: Buffer) => {
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0)) {
        this.#take(JSON.parse(Buffer.concat([...parts, chunk.subarray(0, end)]).toString()))
        parts = []
        chunk = chunk.subarray(end + 1)
      }
      parts.push(chunk)
    })
    process.once('exit', () => {
      for (const { method, reject } of this.#calls.values()) reject(new Error(`${method}: Chromium is gone`))
    })
  }

  call(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#calls.set(++this.#last, { method, resolve, reject })
      const message = { id: this.#last, method, params, sessionId }
      ;(this.process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`)
    })
  }

  async attach(targetId: string): Promise<Session> {
    const { sessionId } = await this.root.send('Target.attachToTarget', { targetId, flatten: true })
    const session = new Session(this, sessionId)
    this.#sessions.set(sessionId, session)
    return session
  }

  #take({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) this.#sessions.get(sessionId)?.take(method ?? '', params)
    const call = this.#calls.get(id ?? 0)
    this.#calls.delete(id ?? 0)
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`))
    else call?.resolve(result)
  }
}
