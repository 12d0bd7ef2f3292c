import { ArrowLeft, Printer } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../electron/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useCommand } from '../../warehouse/commands.ts'
import { OutMenu } from '../../warehouse/out/OutMenu.tsx'
import { usePrinting } from '../../warehouse/out/usePrinting.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { CloseSheet } from './CloseSheet.tsx'
import styles from './CountSheets.module.css'
import { PostSheet } from './PostSheet.tsx'
import { useSheetLineColumns } from './sheetLineColumns.tsx'
import { stateTones } from './tones.ts'

// With the library that draws barcodes, which is large.
const SheetPrint = lazy(() => import('./SheetPrint.tsx').then(({ SheetPrint }) => ({ default: SheetPrint })))

export function SheetHead({ sheet, onLeave }: { sheet: SheetRow; onLeave: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [asked, setAsked] = useState<'post' | 'close' | 'print' | null>(null)
  useCommand('print', () => setAsked('print'))
  useCommand('back', onLeave)
  const { state, counts, lines } = sheet
  const printing = usePrinting()
  const columns = useSheetLineColumns(true, state === 'posted') // what a blind sheet does not tell is empty
  const rows = useRows('sheetLines', { sheet: sheet.name })
  return (
    <header className={styles.head}>
      <Button kind="quiet" onPress={onLeave} aria-label={t('countSheets.leave')}>
        <ArrowLeft size={16} aria-hidden />
      </Button>
      <h1>{sheet.name}</h1>
      <Badge tone={stateTones[state]}>{t(`sheetState.${state}`)}</Badge>
      <Badge tone="plain">{sheet.blind ? t('countSheets.blind') : t('countSheets.visible')}</Badge>
      {sheet.person !== null && <span className={screen.count}>{t('countSheets.for', { person: sheet.person })}</span>}
      <span className={screen.count}>
        {t('countSheets.agreed')} {t('countSheets.of', { done: number(counts.agreed), all: number(lines) })}
      </span>
      <div className={styles.actions}>
        {printing.note && <span role="status">{printing.note.text}</span>}
        <OutMenu list={{ name: 'sheetLinesTold', title: sheet.name, columns, rows }} />
        <Button onPress={() => setAsked('print')}>
          <Printer size={16} aria-hidden />
          {t('countSheets.print')}
        </Button>
        {state === 'open' && (
          <>
            <Button onPress={() => setAsked('close')}>{t('countSheets.close')}</Button>
            <Button kind="primary" onPress={() => setAsked('post')} isDisabled={counts.agreed === 0}>
              {t('countSheets.post')}
            </Button>
          </>
        )}
      </div>
      {asked === 'post' && <PostSheet sheet={sheet} onClose={() => setAsked(null)} />}
      {asked === 'close' && <CloseSheet sheet={sheet} onClose={() => setAsked(null)} />}
      {asked === 'print' && (
        <Suspense>
          <SheetPrint sheet={sheet} printing={printing} onPrinted={() => setAsked(null)} />
        </Suspense>
      )}
    </header>
  )
}
