import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetLineRow, SheetRow } from '../../../electron/contract.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { Identifier } from '../../ui/Identifier.tsx'
import { ScanField } from '../../ui/ScanField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './CountSheets.module.css'
import { useSheetCount } from './useSheetCount.ts'

type Props = {
  sheet: SheetRow
  /** Where the list leads to when a row of it is chosen. */
  openLine: RefObject<(line: SheetLineRow) => void>
  onOpened: (ref: string | null) => void
}

/** Scan a batch, enter how many there are, Enter, scan the next. */
export function CountPanel({ sheet, openLine, onOpened }: Props) {
  const { t } = useTranslation()
  const scanField = useRef<HTMLInputElement>(null)
  const qtyField = useRef<HTMLInputElement>(null)
  const count = useSheetCount(sheet.name, scanField)
  const { line, note } = count
  const ref = line?.ref ?? null
  useEffect(() => scanField.current?.focus(), [])
  useEffect(() => qtyField.current?.focus(), [count.opened])
  useEffect(() => {
    openLine.current = count.openLine
    onOpened(ref)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && line) {
      event.preventDefault()
      return count.leave()
    }
    if (event.key !== 'Enter' || event.target !== qtyField.current) return
    event.preventDefault()
    void count.confirm()
  }
  return (
    <form
      className={styles.count}
      aria-label={sheet.name}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <ScanField
        label={t('stockTake.find')}
        hint={t('countSheets.findHint')}
        value={count.text}
        onChange={count.changeText}
        onScan={count.openText}
        inputRef={scanField}
      />
      <CheckField isSelected={count.isAdding} onChange={count.setAdding}>
        {t('countSheets.adding')}
      </CheckField>
      {note && (
        <div className={styles.note}>
          <Alert tone={note.tone}>{note.text}</Alert>
          {note.add !== undefined && <Button onPress={() => count.add(note.add!)}>{t('countSheets.add')}</Button>}
        </div>
      )}
      {line && (
        <section className={styles.entry} aria-label={t('countSheets.entry', { ref: line.ref })}>
          <h2>
            <Identifier text={line.ref} />
          </h2>
          <p>
            {line.sku}
            {line.state !== 'uncounted' && ` · ${t(`countSheets.line.${line.state}`)}`}
          </p>
          <TextField
            label={t('stockTake.counted')}
            hint={t('countSheets.qtyHint')}
            value={count.qty}
            onChange={count.changeQty}
            error={count.error}
            inputRef={qtyField}
            large
            numeric
          />
          <div>
            <Button kind="primary" onPress={() => count.confirm()}>
              {t('countSheets.confirm')}
            </Button>
          </div>
        </section>
      )}
    </form>
  )
}
