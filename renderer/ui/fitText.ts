import { cutBeforeEnd } from './cutBeforeEnd.ts'

const ELLIPSIS = '…'

/** What follows `whole` shows as much of its text as there is room for. */
function fittingText(whole: HTMLElement, room: number): string | null {
  const node = whole.firstChild
  if (!(node instanceof Text)) return null
  const text = node.data
  const letters = [...text]
  const range = document.createRange()
  const { left } = whole.getBoundingClientRect()
  // Where each letter begins, as it is laid out; the box hides what is too much.
  const startOf = (letter: number): number => {
    range.setStart(node, letters.slice(0, letter).join('').length)
    range.setEnd(node, text.length)
    return range.getBoundingClientRect().left - left
  }
  range.selectNodeContents(node)
  const width = range.getBoundingClientRect().width
  if (width <= room + 0.5) return text
  return cutBeforeEnd(letters, {
    room,
    kept: Number(whole.dataset['kept']),
    width,
    startOf,
    ellipsis: ellipsisOf(whole),
  })
}

const widths = new Map<string, number>()
const canvas = document.createElement('canvas').getContext('2d')

/** The width of the ellipsis in the element's font, in pixels. */
function ellipsisOf(element: HTMLElement): number {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const known = widths.get(font)
  if (known !== undefined) return known
  if (!canvas) return 0
  canvas.font = font
  const { width } = canvas.measureText(ELLIPSIS)
  if (document.fonts.check(font, ELLIPSIS)) widths.set(font, width) // else it is that of another font
  return width
}

/** First everything is read, then everything is written. */
function fitAll(wholes: readonly HTMLElement[]): void {
  const texts = wholes.map((whole) => [whole.nextElementSibling, fittingText(whole, whole.clientWidth)] as const)
  for (const [shown, text] of texts) if (shown instanceof HTMLElement && text !== null) shown.dataset['text'] = text
}

const observed = new Set<HTMLElement>()
/** All that came into view or changed its size, at once. */
const observer = new ResizeObserver((entries) => fitAll(entries.map(({ target }) => target as HTMLElement)))
// Letters of another font have other widths, in a box that may stay as it is.
document.fonts.addEventListener('loadingdone', () => fitAll([...observed]))

/**
 * Has the element after this one show its text, cut before its end when there is too little room, until the returned function is
 * called.
 * @param kept characters at the end that are cut last
 */
export function fitText(whole: HTMLElement, kept: number): () => void {
  whole.dataset['kept'] = String(kept)
  observed.add(whole)
  observer.observe(whole)
  return () => {
    observed.delete(whole)
    observer.unobserve(whole)
  }
}
