import { setTimeout } from 'node:timers/promises'
import type { Locator, Page } from 'playwright'
import { go } from '../../e2e/support/screens.ts'
import type { Recorded } from './frames.ts'

declare global {
  /** Ends what is being recorded. */
  var endRecording: () => Recorded
}

export type Scrolled = { readonly how: string; readonly recorded: Recorded }

const TURN = 360 // pixels, three notches of a wheel
const PAUSE = 50 // milliseconds between two turns, or two keys: nearly 200 rows in a second by the wheel
const FEWEST_ROWS = 300

/**
 * Scrolls the list of all lines, newest first, in the ways in which a person does, so many seconds each. Where there is
 * no display, Chromium draws without a graphics processor, on the same processors that the app runs on.
 */
export async function scroll(page: Page, seconds: number): Promise<Scrolled[]> {
  await go(page, 'Allocations')
  const list = page.getByRole('grid', { name: 'Allocations' })
  await list.getByRole('gridcell').first().waitFor()
  await list.hover()
  const ways = {
    'by the wheel': () => repeat(seconds, () => page.mouse.wheel(0, TURN)),
    'to the end, again and again': async () => {
      await list.focus()
      await repeat(seconds, () => page.keyboard.press('End'))
    },
    'by the thumb, through all that was read': async () => {
      await page.evaluate(() => window.warehouse.setOperator('Kim')) // after a change, what is not in sight is read again
      await list.evaluate(drag, seconds)
    },
  }
  const scrolled: Scrolled[] = []
  for (const [how, move] of Object.entries(ways)) scrolled.push({ how, recorded: await record(list, move) })
  const rows = await rowsIn(list)
  if (rows < FEWEST_ROWS) throw new Error(`the list was scrolled, and has come to row ${rows}`)
  return scrolled
}

/** At a steady pace, as far as the app keeps up with it. */
async function repeat(seconds: number, move: () => Promise<unknown>): Promise<void> {
  const begin = performance.now()
  for (let turn = 1; performance.now() - begin < seconds * 1000; turn++) {
    await move()
    await setTimeout(Math.max(0, begin + turn * PAUSE - performance.now()))
  }
}

async function record(list: Locator, move: () => Promise<void>): Promise<Recorded> {
  await list.evaluate(beginRecording)
  await move()
  return list.page().evaluate(() => endRecording())
}

/** In the page. */
function beginRecording(list: Element): void {
  const frames: number[] = []
  let unread = 0
  let pending = requestAnimationFrame(function look(at) {
    frames.push(at)
    if (list.querySelector('[role=gridcell] > span:empty')) unread++
    pending = requestAnimationFrame(look)
  })
  globalThis.endRecording = () => {
    cancelAnimationFrame(pending)
    return { frames, unread }
  }
}

/** In the page: moves the list to its top and back again, a little in each frame. */
function drag(list: Element, seconds: number): Promise<void> {
  const bottom = list.scrollHeight - list.clientHeight
  const begin = performance.now()
  return new Promise((resolve) => {
    requestAnimationFrame(function move() {
      const part = (performance.now() - begin) / (seconds * 1000)
      if (part >= 1) return resolve()
      list.scrollTop = bottom * Math.abs(1 - 2 * part)
      requestAnimationFrame(move)
    })
  })
}

/** As many as were read. */
const rowsIn = (list: Locator): Promise<number> =>
  list.getByRole('row').evaluateAll((rows) => Math.max(...rows.map((row) => Number(row.getAttribute('aria-rowindex')))))
