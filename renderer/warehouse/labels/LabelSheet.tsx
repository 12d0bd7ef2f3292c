import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { Label } from './Label.tsx'
import styles from './LabelSheet.module.css'
import type { Labelled, Size } from './labelSettings.ts'

type Props = { batches: readonly Labelled[]; copies: number; kind: 'code128' | 'qrcode'; size: Size }

/** What is printed while it is there, instead of the window: each label on a page of its own size. */
export function LabelSheet({ batches, copies, kind, size }: Props) {
  const { width, height } = size
  useEffect(() => {
    const page = new CSSStyleSheet() // a style element would be refused by the content security policy
    page.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0 }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page)
    }
  }, [width, height])
  return createPortal(
    <div className={styles.sheet} data-printed>
      {batches.flatMap((batch) =>
        Array.from({ length: copies }, (_, copy) => (
          <div key={`${copy}:${batch.ref}`} className={styles.page}>
            <Label {...{ batch, kind, size }} />
          </div>
        )),
      )}
    </div>,
    document.body,
  )
}

/** Resolves once all of it can be printed: pictures are read in the background. */
export const sheetIsDrawn = (): Promise<unknown> =>
  Promise.all([...document.querySelectorAll<HTMLImageElement>('[data-printed] img')].map((image) => image.decode()))
