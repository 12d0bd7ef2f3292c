import type { Session } from './devtools.ts'
import { fromWeb } from './protocol.ts'

/** The world that the preload runs in, as Electron names it. */
export const isolatedWorld = 'Electron Isolated Context'

/** A frame as IPC handlers see it: the same object for as long as it lives. */
export class Frame {
  readonly parent: Frame | null
  url = ''

  constructor(parent: Frame | null) {
    this.parent = parent
  }

  get top(): Frame {
    return this.parent?.top ?? this
  }

  get origin(): string {
    return /^[^:]+:\/\/[^/?#]*/.exec(this.url)?.[0] ?? 'null'
  }
}

/** The frames of a page, and which of them each preload's JavaScript context belongs to. */
export class Frames {
  readonly main = new Frame(null)
  readonly #frames = new Map<string, Frame>()
  readonly #contexts = new Map<number, Frame>()

  follow(page: Session, mainId: string): void {
    this.#frames.set(mainId, this.main)
    page.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, new Frame(this.#frames.get(parentFrameId) ?? this.main))
    })
    page.on('Page.frameDetached', ({ frameId }) => this.#frames.delete(frameId))
    page.on('Page.frameNavigated', ({ frame }) => this.#moved(frame.id, frame.url))
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => this.#moved(frameId, url))
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = this.#frames.get((context.auxData as { frameId: string }).frameId)
      if (frame && context.name === isolatedWorld) this.#contexts.set(context.id, frame)
    })
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#contexts.delete(executionContextId))
    page.on('Runtime.executionContextsCleared', () => this.#contexts.clear())
  }

  /** Null when the frame has navigated away since. */
  ofContext(contextId: number): Frame | null {
    return this.#contexts.get(contextId) ?? null
  }

  mainContexts(): number[] {
    return [...this.#contexts].filter(([, frame]) => frame === this.main).map(([context]) => context)
  }

  #moved(id: string, url: string): void {
    const frame = this.#frames.get(id)
    if (frame) frame.url = fromWeb(url)
  }
}
