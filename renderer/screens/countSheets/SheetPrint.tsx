import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../electron/contract.ts'
import { Barcode } from '../../ui/Barcode.tsx'
import { NUMBERED_PAGES, Paper } from '../../warehouse/out/Paper.tsx'
import type { usePrinting } from '../../warehouse/out/usePrinting.ts'
import { useView } from '../../warehouse/queries.ts'
import styles from './SheetPrint.module.css'

type Props = { sheet: SheetRow; printing: ReturnType<typeof usePrinting>; onPrinted: () => void }

/** The sheet on paper: barcodes, and fields to write into. What a blind sheet does not tell, it does not have either. */
export function SheetPrint({ sheet, printing, onPrinted }: Props) {
  const { t } = useTranslation()
  const { data } = useView('sheetLines', { sheet: sheet.name, limit: 1000 })
  const print = useEffectEvent(() => printing.print({ width: 210, height: 297 }, 'page', onPrinted))
  useEffect(() => {
    if (data) print()
  }, [data])
  return (
    <Paper page={NUMBERED_PAGES}>
      <section className={styles.paper}>
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
      </section>
    </Paper>
  )
}
