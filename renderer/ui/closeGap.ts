import { gapOf } from './gapOf.ts'

// CSS cuts a text after a whole letter, which leaves a gap of up to a letter between the ellipsis and what follows it.

const canvas = document.createElement('canvas').getContext('2d')

/** Of a text, in pixels, as nearly as a canvas has it. */
const widthOf = (text: string): number => canvas?.measureText(text).width ?? 0

/** The element before it has the whole text, and is as wide. */
function gapIn({ target, contentRect: { width: room } }: ResizeObserverEntry): number {
  const whole = target.previousElementSibling
  const width = whole?.scrollWidth ?? 0
  if (!whole || !canvas || width <= Math.ceil(room) + 1) return 0 // the text is not cut
  const { dataset } = target as HTMLElement
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(target)
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const scale = width / widthOf(whole.textContent) // a canvas knows nothing of `tabular-nums`
  const scaled = (text: string) => scale * widthOf(text)
  return gapOf(dataset['head'] ?? '', room - scaled(dataset['tail'] ?? ''), scaled)
}

/** All that came into view or changed its size, at once: first everything is read, then everything is written. */
const observer = new ResizeObserver((entries) => {
  const gaps = entries.map((entry) => [entry.target as HTMLElement, gapIn(entry)] as const)
  for (const [element, gap] of gaps) element.style.setProperty('--gap', `${-Math.floor(gap)}px`)
})

/** Keeps the end of an identifier close to its ellipsis, until the returned function is called. */
export function closeGap(element: HTMLElement): () => void {
  observer.observe(element)
  return () => observer.unobserve(element)
}
