/** The keys of a US keyboard that are no letters, digits or keypad keys: as they are, and with Shift. */
const symbols: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: `'"`,
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
}
const shiftedDigits = ')!@#$%^&*('

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'isComposing' | 'getModifierState'>

/**
 * The character that a scanner meant by a key; null: the key types none. The key's own text counts, since a scanner is set
 * to the layout of the computer, unless it is Hangul or goes to an input method: then the key counts by its place.
 */
export function scannedCharacter(key: Key): string | null {
  const isText = [...key.key].length === 1
  if (isText && !key.isComposing && !/\p{Script=Hangul}/u.test(key.key)) return key.key
  return byPlace(key) ?? (isText ? key.key : null)
}

function byPlace(key: Key): string | null {
  const { code, shiftKey } = key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shiftKey === key.getModifierState('CapsLock') ? letter.toLowerCase() : letter
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit) return shiftKey ? shiftedDigits[Number(digit)]! : digit
  return /^Numpad(\d)$/.exec(code)?.[1] ?? symbols[code]?.[shiftKey ? 1 : 0] ?? null
}

/** FNC1 within GS1 data, as scanners type it: Ctrl+], or the character itself. */
export const isGroupSeparator = ({ key, code, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === '\x1d' || (ctrlKey && !altKey && !metaKey && code === 'BracketRight')
