import { gapOf } from './gapOf.ts'

// CSS cuts a text after a whole letter, which leaves a gap of up to a letter between the ellipsis and what follows it.

const canvas = document.createElement('canvas').getContext('2d')
const widths = new Map<string, number>()
document.fonts.addEventListener('loadingdone', () => widths.clear())

/** Of a text in a font, in pixels. */
function widthOf(text: string, font: string): number {
  const key = `${font} ${text}`
  const known = widths.get(key)
  if (known !== undefined || !canvas) return known ?? 0
  canvas.font = font
  const { width } = canvas.measureText(text)
  widths.set(key, width)
  return width
}

/** All that came into view or changed its size, at once: first everything is read, then everything is written. */
const observer = new ResizeObserver((entries) => {
  const gaps = entries.map(({ target, contentRect }) => {
    const element = target as HTMLElement
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const { head = '', tail = '' } = element.dataset
    const room = contentRect.width - [...tail].reduce((sum, letter) => sum + widthOf(letter, font), 0)
    return { element, gap: gapOf(head, room, (letter) => widthOf(letter, font)) }
  })
  for (const { element, gap } of gaps) element.style.setProperty('--gap', `${-Math.floor(gap)}px`)
})

/** Keeps the end of an identifier close to its ellipsis, until the returned function is called. */
export function closeGap(element: HTMLElement): () => void {
  observer.observe(element)
  return () => observer.unobserve(element)
}
