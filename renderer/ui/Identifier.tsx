import { useLayoutEffect, useRef } from 'react'
import { closeGap } from './closeGap.ts'
import styles from './Identifier.module.css'

/** Characters at the end, which tell one identifier from the next. */
const KEPT = 6

type Props = {
  text: string
  /** How many characters at the end are never cut. */
  kept?: number
}

/**
 * A reference, SKU or order, which in too little room is cut before its end: "LOT-26…00012". The whole text is its tooltip,
 * and what screen readers and the clipboard get.
 */
export function Identifier({ text, kept = KEPT }: Props) {
  const letters = [...text]
  const shown = useRef<HTMLSpanElement>(null)
  // Another text has another gap.
  useLayoutEffect(() => (shown.current ? closeGap(shown.current) : undefined), [text, kept])
  if (letters.length <= kept) return <span title={text}>{text}</span>
  return (
    <span className={styles.identifier} title={text}>
      <span className={styles.whole}>{text}</span>
      <span
        ref={shown}
        className={styles.shown}
        data-head={letters.slice(0, -kept).join('')}
        data-tail={letters.slice(-kept).join('')}
        aria-hidden
      />
    </span>
  )
}
