import { Barcode } from '../../ui/Barcode.tsx'
import styles from './Label.module.css'
import type { Labelled, Size } from './labelSettings.ts'

type Props = { batch: Labelled; kind: 'code128' | 'qrcode'; size: Size }

/** The label of a batch in its size on paper: its reference as a barcode and as text, and its SKU. */
export function Label({ batch: { ref, sku }, kind, size: { width, height } }: Props) {
  return (
    <div className={styles.label} data-kind={kind} style={{ width: `${width}mm`, height: `${height}mm` }}>
      <Barcode kind={kind} text={ref} className={styles.barcode} />
      <div className={styles.text}>
        <strong className={styles.ref}>{ref}</strong>
        <span className={styles.sku}>{sku}</span>
      </div>
    </div>
  )
}
