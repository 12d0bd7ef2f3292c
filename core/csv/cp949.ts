// CP949 is KS X 1001, which Node decodes as `euc-kr`, plus the 8,822 syllables that this standard lacks, which Node does not
// decode. They are in Unicode order, at the codes that KS X 1001 leaves unused.
// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP949.TXT

const EXTENSION = { first: 0x81, lastWide: 0xa0, last: 0xc6 }
const SYLLABLES = { first: 0xac00, last: 0xd7a3 }
const isTrail = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x81
const isPrivateUse = (unit: number) => unit >= 0xe000 && unit <= 0xf8ff

/** Decodes CP949 that comes in pieces, as a fatal TextDecoder would. */
export class Cp949Decoder {
  readonly #units = table()
  #lead = 0

  /** @throws TypeError when the bytes are not CP949 */
  decode(bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string {
    const out = new Uint16Array(bytes.length)
    let length = 0
    for (const byte of bytes) {
      if (this.#lead === 0 && byte >= 0x80) this.#lead = byte
      else {
        out[length++] = this.#lead === 0 ? byte : this.#unit(byte)
        this.#lead = 0
      }
    }
    if (!stream && this.#lead !== 0) throw new TypeError('half a character at the end')
    return Buffer.from(out.buffer, 0, length * 2).toString('utf16le')
  }

  #unit(trail: number): number {
    const unit = this.#units[(this.#lead << 8) | trail]!
    if (unit === 0) throw new TypeError(`no character has the code ${this.#lead}, ${trail}`)
    return unit
  }
}

let built: Uint16Array | undefined

/** Maps a code of two bytes to its UTF-16 unit; 0: none. Built when it is first needed. */
function table(): Uint16Array {
  if (built) return built
  built = new Uint16Array(0x10000)
  fillStandard(built)
  fillExtension(built)
  return built
}

function fillStandard(units: Uint16Array): void {
  const euc = new TextDecoder('euc-kr')
  for (let lead = 0xa1; lead <= 0xfe; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const text = euc.decode(Uint8Array.of(lead, trail))
      const unit = text.charCodeAt(0)
      if (text.length === 1 && text !== '\ufffd' && !isPrivateUse(unit)) units[(lead << 8) | trail] = unit
    }
  units[0xa2e6] = '€'.charCodeAt(0) // added in the revision of 1998
  units[0xa2e7] = '®'.charCodeAt(0)
}

function fillExtension(units: Uint16Array): void {
  const standard = new Set(units)
  let syllable = SYLLABLES.first
  for (let lead = EXTENSION.first; lead <= EXTENSION.last; lead++)
    for (let trail = 0x41; trail <= (lead <= EXTENSION.lastWide ? 0xfe : 0xa0); trail++) {
      if (!isTrail(trail)) continue
      while (standard.has(syllable)) syllable++
      if (syllable > SYLLABLES.last) return
      units[(lead << 8) | trail] = syllable++
    }
}
