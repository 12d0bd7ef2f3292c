import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { z } from 'zod'
import { type Screen, screens } from './tables/screens.ts'

/** How a window was left. `bounds`: in pixels, of the window when it fills no display. */
export type WindowState = {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
  readonly isFullScreen: boolean
  /** null: none is drawn yet. */
  readonly screen: Screen | null
}

const MOST = 8
const pixel = z.int().min(-100_000).max(100_000)
const size = z.int().min(1).max(100_000)
const stateSchema: z.ZodType<WindowState> = z.object({
  bounds: z.object({ x: pixel, y: pixel, width: size, height: size }),
  isMaximized: z.boolean().catch(false),
  isFullScreen: z.boolean().catch(false),
  screen: z.enum(screens).nullable().catch(null),
})

/** How the windows were left, in a file of this user's on this machine. */
export class WindowStates {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** Of those that were open when the app ended; none when that cannot be read: then a window is as it is at first. */
  read(): readonly WindowState[] {
    try {
      const stored = z.array(z.unknown()).parse(JSON.parse(readFileSync(this.#file, 'utf8')))
      return stored.slice(0, MOST).flatMap((state) => stateSchema.safeParse(state).data ?? [])
    } catch {
      return []
    }
  }

  /** At once, since the app may end with the call. Never throws: windows then open where they did before. */
  write(states: readonly WindowState[]): void {
    const draft = `${this.#file}.draft`
    try {
      writeFileSync(draft, JSON.stringify(states.slice(0, MOST)))
      renameSync(draft, this.#file)
    } catch {
      // the disk may be full, which is said where something is entered
    }
  }
}

/** The same place, moved and made smaller as far as it must be to be seen whole in the area. */
export function fittedInto({ x, y, width, height }: Rectangle, area: Rectangle): Rectangle {
  const fitted = { width: Math.min(width, area.width), height: Math.min(height, area.height) }
  return {
    x: Math.max(area.x, Math.min(x, area.x + area.width - fitted.width)),
    y: Math.max(area.y, Math.min(y, area.y + area.height - fitted.height)),
    ...fitted,
  }
}
