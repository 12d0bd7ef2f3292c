import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import styles from './Paper.module.css'

/** What is printed instead of the window while it is there. `page`: what CSS says of its pages. */
export function Paper({ page, children }: { page: string; children: ReactNode }) {
  useEffect(() => {
    const sheet = new CSSStyleSheet() // a style element would be refused by the content security policy
    sheet.replaceSync(page)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [page])
  return createPortal(
    <div className={styles.paper} data-printed>
      {children}
    </div>,
    document.body,
  )
}

/** Resolves once all of it can be printed: pictures are read in the background. */
export const paperIsDrawn = async (): Promise<unknown> => {
  await new Promise(requestAnimationFrame)
  return Promise.all(
    [...document.querySelectorAll<HTMLImageElement>('[data-printed] img')].map((image) => image.decode()),
  )
}

/** A4, with the number of each page and of all pages at its foot. */
export const NUMBERED_PAGES = `@page {
  size: A4;
  margin: 14mm 12mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #444 }
}`
