import { useEffect, useEffectEvent, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../electron/contract.ts'
import { Barcode } from '../../ui/Barcode.tsx'
import { useView } from '../../warehouse/queries.ts'
import styles from './SheetPrint.module.css'

/** The sheet on paper: barcodes, and fields to write into. What a blind sheet does not tell, it does not have either. */
export function SheetPrint({ sheet, onPrinted }: { sheet: SheetRow; onPrinted: () => void }) {
  const { t } = useTranslation()
  const { data } = useView('sheetLines', { sheet: sheet.name, limit: 1000 })
  const paper = useRef<HTMLElement>(null)
  const print = useEffectEvent(async () => {
    const barcodes = [...(paper.current?.querySelectorAll('img') ?? [])]
    await Promise.all(barcodes.map((barcode) => barcode.decode()))
    window.print()
    onPrinted()
  })
  useEffect(() => {
    if (data) void print()
  }, [data])
  return createPortal(
    <section ref={paper} className={styles.paper} aria-hidden>
      <h1>{sheet.name}</h1>
      <p className={styles.signature}>
        {t('field.person')}: {sheet.person ?? <span className={styles.blank} />}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('field.ref')}</th>
            <th>{t('field.sku')}</th>
            <th>{t('stockTake.counted')}</th>
            <th>{t('field.note')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.rows.map(({ ref, sku }) => (
            <tr key={ref}>
              <td>
                <Barcode kind="code128" text={ref} className={styles.barcode} />
                {ref}
              </td>
              <td>{sku}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  )
}
