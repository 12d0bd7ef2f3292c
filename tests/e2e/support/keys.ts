import type { CDPSession, Page } from '@playwright/test'

// A person and a scanner press the same keys; only their pace tells them apart.

const PERSON = 60 // milliseconds between keys
const SCANNER = 5

/** A key as a layout has it: `code` is its place, `key` what it types. `Process`: it goes to an input method. */
export type Key = {
  readonly key: string
  readonly code: string
  readonly shift?: boolean
  /** What the input method shows after this key, until it is complete. */
  readonly composed?: string
}

/** At a person's pace. */
export const type = (window: Page, text: string): Promise<void> => window.keyboard.type(text, { delay: PERSON })

/** One key, with its modifiers, at the same pace. */
export async function strike(window: Page, key: string): Promise<void> {
  await window.waitForTimeout(PERSON)
  await window.keyboard.press(key)
  await window.waitForTimeout(PERSON)
}

/** All the keys of a label, then Enter (or Tab), at a scanner's pace, which does not depend on that of the machine. */
export async function scan(
  window: Page,
  label: string | readonly Key[],
  end: 'Enter' | 'Tab' = 'Enter',
): Promise<void> {
  const client = await window.context().newCDPSession(window)
  await press(client, [...(typeof label === 'string' ? usKeys(label) : label), { key: end, code: end }], Date.now())
  await client.detach()
}

/** The same on a Mac, where the last key of the label is still being composed when Enter comes. */
export async function scanOnMac(window: Page, label: readonly Key[]): Promise<void> {
  const client = await window.context().newCDPSession(window)
  const start = Date.now()
  const enter = enterWhileComposing(client, label.at(-1)?.composed ?? '', start + label.length * SCANNER)
  await Promise.all([press(client, label, start), enter.end(), enter.again()])
  await client.detach()
}

/**
 * A person presses Enter while an input method composes the text. `twice`: as a Mac tells of it; `between` is what happens
 * before the second time.
 */
export async function pressEnterComposing(
  window: Page,
  composed: string,
  told: 'once' | 'twice',
  between?: () => Promise<void>,
): Promise<void> {
  const client = await window.context().newCDPSession(window)
  await compose(client, composed)
  const enter = enterWhileComposing(client, composed, Date.now())
  await enter.end()
  await between?.()
  if (told === 'twice') await enter.again()
  await client.detach()
}

/**
 * Enter as a key of the input method, which completes the text. Chromium on a Mac then tells of it again, as Enter itself
 * (`keyEvent:` in content/app_shim_remote_cocoa/render_widget_host_view_cocoa.mm). Both have the time of the one press.
 */
function enterWhileComposing(client: CDPSession, text: string, time: number) {
  const enter = { key: 'Enter', code: 'Enter', timestamp: time / 1000 }
  const process = { ...enter, windowsVirtualKeyCode: virtualKeyOf('Process', 'Enter') }
  const real = { ...enter, windowsVirtualKeyCode: virtualKeyOf('Enter', 'Enter') }
  return {
    end: () =>
      Promise.all([
        client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process }),
        client.send('Input.insertText', { text }),
        client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...process }),
      ]),
    again: () =>
      Promise.all([
        client.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...real }),
        client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...real }),
      ]),
  }
}

async function press(client: CDPSession, keys: readonly Key[], start: number): Promise<void> {
  await Promise.all(
    keys.flatMap(({ key, code, shift, composed }, at) => {
      const timestamp = (start + at * SCANNER) / 1000 // in seconds, as Chromium has it
      const common = { key, code, timestamp, modifiers: shift ? 8 : 0, windowsVirtualKeyCode: virtualKeyOf(key, code) }
      const text = [...key].length === 1 ? key : key === 'Enter' ? '\r' : undefined
      return [
        client.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', text, ...common }),
        ...(composed ? [compose(client, composed)] : []),
        client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
      ]
    }),
  )
}

const compose = (client: CDPSession, text: string) =>
  client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

const symbols: Readonly<Record<string, string>> = {
  '-': 'Minus',
  ']': 'BracketRight',
  '/': 'Slash',
  '.': 'Period',
  '(': 'Digit9',
  ')': 'Digit0',
}

/** Letters, digits and a few symbols on a US keyboard. */
function usKeys(text: string): Key[] {
  return [...text].map((key) => ({ key, code: codeOf(key), shift: /[A-Z:()]/.test(key) }))
}

/** The keys of a label that is read twice, but for the last Enter. */
export const keysOfTwice = (label: string): Key[] => [
  ...usKeys(label),
  { key: 'Enter', code: 'Enter' },
  ...usKeys(label),
]

function codeOf(key: string): string {
  if (/[a-z]/i.test(key)) return `Key${key.toUpperCase()}`
  if (/\d/.test(key)) return `Digit${key}`
  return key === ':' ? 'Semicolon' : symbols[key]!
}

function virtualKeyOf(key: string, code: string): number {
  if (key === 'Process') return 229
  if (key === 'Enter') return 13
  if (key === 'Tab') return 9
  return /^(Key|Digit)/.test(code) ? code.charCodeAt(code.length - 1) : 0
}

const dubeolsik: Readonly<Record<string, string>> = { L: 'ㅣ', O: 'ㅐ', T: 'ㅅ', A: 'ㅁ' }

/** A label as it arrives while the layout is Korean: letters come as Hangul, at the same places. */
export const koreanKeys = (label: string): Key[] =>
  usKeys(label).map((key) => ({ ...key, key: dubeolsik[key.key.toUpperCase()] ?? key.key }))

/** A label as it arrives while an input method composes Hangul from its letters: only their places tell which. */
export const inputMethodKeys = (label: string): Key[] =>
  koreanKeys(label).map((key) => (/[ㄱ-ㅣ]/.test(key.key) ? { ...key, key: 'Process', composed: key.key } : key))
