import { gapOf } from './gapOf.ts'

// CSS cuts a text after a whole letter, which leaves a gap of up to a letter between the ellipsis and what follows it.

const canvas = document.createElement('canvas').getContext('2d')

/** Of a text, in pixels. All digits are as wide as a 0 (`tabular-nums`), which a canvas cannot do by itself. */
const widthOf = (text: string): number => canvas?.measureText(text.replace(/\d/g, '0')).width ?? 0

function gapIn({ target, contentRect }: ResizeObserverEntry): number {
  const { dataset } = target as HTMLElement
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(target)
  if (canvas) canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  return gapOf(dataset['head'] ?? '', contentRect.width - widthOf(dataset['tail'] ?? ''), widthOf)
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
