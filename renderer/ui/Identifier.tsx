import { useLayoutEffect, useRef } from 'react'
import { fitText } from './fitText.ts'
import styles from './Identifier.module.css'

/** Characters at the end, which tell one identifier from the next. */
const KEPT = 6

type Props = {
  text: string
  /** How many characters at the end are cut last. */
  kept?: number
}

/**
 * A reference, SKU or order, which in too little room is cut before its end: "LOT-26…-00012". The whole text is its tooltip,
 * and what screen readers and the clipboard get.
 */
export function Identifier({ text, kept = KEPT }: Props) {
  const whole = useRef<HTMLSpanElement>(null)
  const isLong = [...text].length > kept
  // Another text has other widths.
  useLayoutEffect(() => (whole.current ? fitText(whole.current, kept) : undefined), [text, kept])
  return (
    <span className={styles.identifier} title={text}>
      <span ref={whole} className={isLong ? styles.whole : undefined}>
        {text}
      </span>
      {isLong && <span className={styles.shown} data-text={text} aria-hidden />}
    </span>
  )
}
