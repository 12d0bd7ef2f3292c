import { Paper } from '../out/Paper.tsx'
import { Label } from './Label.tsx'
import styles from './LabelSheet.module.css'
import type { Labelled, Size } from './labelSettings.ts'

type Props = { batches: readonly Labelled[]; copies: number; kind: 'code128' | 'qrcode'; size: Size }

/** Each label on a page of its own size. */
export const LabelSheet = ({ batches, copies, kind, size }: Props) => (
  <Paper page={`@page { size: ${size.width}mm ${size.height}mm; margin: 0 }`}>
    {batches.flatMap((batch) =>
      Array.from({ length: copies }, (_, copy) => (
        <div key={`${copy}:${batch.ref}`} className={styles.page}>
          <Label {...{ batch, kind, size }} />
        </div>
      )),
    )}
  </Paper>
)
