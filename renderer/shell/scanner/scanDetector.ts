import { scannedCharacter } from './scannedCharacter.ts'

// Milliseconds. A scanner leaves 1 to 30 between keys; people exceed 35 at least once within four keys.
const GAP = 35
const SHORT = 4 // characters: people can type fewer at the pace of a slow scanner, but not at that of a fast one
const SHORT_GAP = 12
const REPEAT = 500 // a trigger that is pressed twice, or a label that is read twice

/** `]C1` and the like: the AIM symbology identifier, which some scanners put before the code (ISO/IEC 15424). */
const AIM = /^\][A-Za-z][0-9A-Za-z](?=.)/

/**
 * What a key is. `first`: it may begin a scan, and ends what came before; `next`: it continues one; `scan`: it ends one,
 * as Enter or Tab do; `repeat`: it ends one of the same code right after the last, or the same one again; `other`: it belongs to none.
 */
type Step =
  | { readonly kind: 'first' | 'next' | 'repeat' | 'other' | 'modifier' }
  | { readonly kind: 'scan'; readonly code: string }

/** Tells the keys of a scanner from those of a person, by their pace and the Enter or Tab at their end. */
export class ScanDetector {
  #text = ''
  #widest = 0 // the widest gap within the text
  #last = Number.NEGATIVE_INFINITY
  #ended = Number.NEGATIVE_INFINITY // when the last scan did, also a repeated one
  #scanned = { code: '', at: Number.NEGATIVE_INFINITY }

  press(event: KeyboardEvent): Step {
    if (['Shift', 'CapsLock'].includes(event.key)) return { kind: 'modifier' }
    const gap = event.timeStamp - this.#last
    this.#last = event.timeStamp
    const character = isPlain(event) ? scannedCharacter(event) : null
    if (character !== null) return this.#add(character, gap)
    const widest = Math.max(this.#widest, gap)
    const text = this.#text
    this.#text = ''
    if (!isPlain(event) || !endsScan(event)) return { kind: 'other' }
    // A Mac tells of an Enter that ends a composition twice, and some scanners end a label with two keys.
    if (text === '' && event.timeStamp - this.#ended <= GAP) return { kind: 'repeat' }
    return isScan(text, widest) ? this.#end(text.replace(AIM, '').trim(), event.timeStamp) : { kind: 'other' }
  }

  #add(character: string, gap: number): Step {
    const continues = this.#text !== '' && gap <= GAP
    this.#widest = continues ? Math.max(this.#widest, gap) : 0
    this.#text = continues ? this.#text + character : character
    return { kind: continues ? 'next' : 'first' }
  }

  #end(code: string, at: number): Step {
    this.#ended = at
    const { code: last, at: lastAt } = this.#scanned
    if (code === last && at - lastAt < REPEAT) return { kind: 'repeat' }
    this.#scanned = { code, at }
    return { kind: 'scan', code }
  }
}

const isPlain = ({ ctrlKey, altKey, metaKey, repeat }: KeyboardEvent): boolean =>
  !ctrlKey && !altKey && !metaKey && !repeat

const endsScan = ({ code, key, shiftKey }: KeyboardEvent): boolean =>
  !shiftKey && /^(Enter|NumpadEnter|Tab)$/.test(code || key)

const isScan = (text: string, widestGap: number): boolean =>
  text.trim().length > 1 && widestGap <= (text.length < SHORT ? SHORT_GAP : GAP)
