import { readableCode } from './readableCode.ts'
import { isGroupSeparator, scannedCharacter } from './scannedCharacter.ts'

const REPEAT = 500 // milliseconds: a trigger that is pressed twice, or a label that is read twice

export type ScannerSettings = {
  /** The longest time between two keys, in milliseconds. */
  readonly gap: number
  /** What the scanner puts before each code; empty: nothing. */
  readonly prefix: string
  /** What ends each code, besides Enter and Tab; empty: nothing. */
  readonly suffix: string
}

/**
 * What a key is. `first`: it may begin a scan, and ends what came before; `next`: it continues one; `scan`: it ends one, as
 * Enter or Tab do, of which `isRepeat` has the code of the one right before; `tail`: it ends the same one again; `other`: it
 * belongs to none.
 */
type Step =
  | { readonly kind: 'first' | 'next' | 'tail' | 'other' | 'modifier' }
  | { readonly kind: 'scan'; readonly code: string; readonly isRepeat: boolean }

/** Tells the keys of a scanner from those of a person, by their pace and their end. */
export class ScanDetector {
  readonly #settings: () => ScannerSettings
  #text = ''
  #widest = 0 // the widest gap within the text
  #last = Number.NEGATIVE_INFINITY
  #ended = Number.NEGATIVE_INFINITY // when the last scan did, also a repeated one
  #scanned = { code: '', at: Number.NEGATIVE_INFINITY }

  constructor(settings: () => ScannerSettings) {
    this.#settings = settings
  }

  press(event: KeyboardEvent): Step {
    if (['Shift', 'CapsLock', 'Control'].includes(event.key)) return { kind: 'modifier' }
    const settings = this.#settings()
    const gap = event.timeStamp - this.#last
    this.#last = event.timeStamp
    const character = characterOf(event)
    if (character !== null) {
      const kind = this.#add(character, gap, settings)
      const isEnd = settings.suffix !== '' && this.#text.endsWith(settings.suffix)
      return (isEnd && this.#end(this.#widest, event.timeStamp, settings)) || { kind }
    }
    const widest = Math.max(this.#widest, gap)
    if (isPlain(event) && endsScan(event)) {
      // A Mac tells of an Enter that ends a composition twice, and some scanners end a label with two keys.
      if (this.#text === '' && event.timeStamp - this.#ended <= settings.gap) return { kind: 'tail' }
      const scan = this.#end(widest, event.timeStamp, settings)
      if (scan) return scan
    }
    this.#text = ''
    return { kind: 'other' }
  }

  #add(character: string, gap: number, settings: ScannerSettings): 'first' | 'next' {
    const continues = this.#text !== '' && gap <= settings.gap
    this.#widest = continues ? Math.max(this.#widest, gap) : 0
    this.#text = continues ? this.#text + character : character
    return continues ? 'next' : 'first'
  }

  /** null: the text was no scan, and may go on. */
  #end(widest: number, at: number, { gap, prefix, suffix }: ScannerSettings): Step | null {
    const isMarked = prefix !== '' && this.#text.startsWith(prefix)
    const from = isMarked ? prefix.length : 0
    const to = suffix !== '' && this.#text.endsWith(suffix) ? -suffix.length : undefined
    const text = this.#text.slice(from, to).trim()
    if (widest > gap || text.length < (isMarked ? 1 : fewest(widest))) return null
    this.#text = ''
    this.#ended = at
    const code = readableCode(text)
    const { code: last, at: lastAt } = this.#scanned
    const isRepeat = code === last && at - lastAt < REPEAT
    if (!isRepeat) this.#scanned = { code, at }
    return { kind: 'scan', code, isRepeat }
  }
}

/**
 * How many characters a scan has at least, by the widest gap between its keys in milliseconds. A scanner leaves 1 to 30, a slow
 * wireless one more; people keep such a pace for a few keys only.
 */
function fewest(gap: number): number {
  if (gap <= 12) return 2
  return gap <= 35 ? 4 : 8
}

function characterOf(event: KeyboardEvent): string | null {
  if (isGroupSeparator(event)) return '\x1d'
  return isPlain(event) ? scannedCharacter(event) : null
}

const isPlain = ({ ctrlKey, altKey, metaKey, repeat }: KeyboardEvent): boolean =>
  !ctrlKey && !altKey && !metaKey && !repeat

const endsScan = ({ code, key, shiftKey }: KeyboardEvent): boolean =>
  !shiftKey && /^(Enter|NumpadEnter|Tab)$/.test(code || key)
