import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import styles from './DayChart.module.css'

export type DaySeries = {
  readonly name: string
  /** One for each day. */
  readonly values: readonly number[]
  /** The name of a colour among the tokens. */
  readonly colour: string
  /** `bars`: what comes on a day; `steps`: what there is from then on. */
  readonly kind: 'bars' | 'steps'
}

type Props = {
  /** What the picture shows, in words: a table beside it has the numbers. */
  label: string
  /** `YYYY-MM-DD`, the earliest first. */
  days: readonly string[]
  /** The first are drawn first, behind the others. */
  series: readonly DaySeries[]
  formatDay: (day: string) => string
  formatNumber: (value: number) => string
}

const HEIGHT = 170 // pixels
const HALF_DAY = 43_200 // seconds, so that no bar is cut
const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000
const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)

/** Units by days. */
export function DayChart({ label, days, series, formatDay, formatNumber }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const draw = () => plotIn(element, { days, series, formatDay, formatNumber })
    let plot = draw()
    const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }))
    resized.observe(element)
    const redraw = () => {
      plot.destroy()
      plot = draw()
    }
    const stop = onColoursChanged(redraw)
    document.fonts.addEventListener('loadingdone', redraw) // a canvas has drawn its texts in another one
    return () => {
      stop()
      document.fonts.removeEventListener('loadingdone', redraw)
      resized.disconnect()
      plot.destroy()
    }
  })
  return (
    <figure className={styles.figure}>
      <div ref={place} className={styles.plot} role="img" aria-label={label} />
      <figcaption className={styles.legend} aria-hidden>
        {series.map(({ name, colour }) => (
          <span key={name}>
            <i style={{ background: `var(--${colour})` }} /> {name}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function plotIn(element: HTMLElement, { days, series, formatDay, formatNumber }: Omit<Props, 'label'>): UPlot {
  const colour = (name: string) => resolved(element, name)
  const axis = {
    stroke: colour('text-muted'),
    ticks: { show: false },
    font: `12px ${getComputedStyle(element).fontFamily}`,
  }
  const grid = { stroke: colour('line'), width: 1 }
  const bars = UPlot.paths.bars!({ size: [0.7, 26] })
  const steps = UPlot.paths.stepped!({ align: 1 })
  return new UPlot(
    {
      width: element.clientWidth || 300,
      height: HEIGHT,
      tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { range: (_plot, first, last) => [first - HALF_DAY, last + HALF_DAY] },
        y: { range: (_plot, low, high) => [Math.min(0, low), Math.max(1, high) * 1.05] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 28,
          space: 60,
          values: (_plot, at) => at.map((seconds) => formatDay(dayOf(seconds))),
        },
        {
          ...axis,
          grid,
          size: 64,
          space: 36,
          values: (_plot, at) => at.map((value) => (Number.isInteger(value) ? formatNumber(value) : '')),
        },
      ],
      series: [
        {},
        ...series.map(({ name, colour: token, kind }) => ({
          label: name,
          stroke: colour(token),
          width: kind === 'bars' ? 0 : 2,
          points: { show: false },
          ...(kind === 'bars' ? { fill: colour(token), paths: bars } : { paths: steps }),
        })),
      ],
    },
    [days.map(secondsOf), ...series.map(({ values }) => [...values])],
    element,
  )
}

/** A colour of the tokens as it is now, which the canvas cannot look up itself. */
function resolved(element: HTMLElement, name: string): string {
  const before = element.style.color
  element.style.color = `var(--${name})`
  const { color } = getComputedStyle(element)
  element.style.color = before
  return color
}

/** The person, or the system, turns from light to dark. */
function onColoursChanged(listener: () => void): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const theme = new MutationObserver(listener)
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  dark.addEventListener('change', listener)
  return () => {
    theme.disconnect()
    dark.removeEventListener('change', listener)
  }
}
