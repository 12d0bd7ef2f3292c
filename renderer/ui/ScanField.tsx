import { ScanBarcode } from 'lucide-react'
import { type KeyboardEvent, type Ref, useRef } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import styles from './fields.module.css'

type Props = {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  /** Called with the text when Enter is pressed. */
  onScan: (text: string) => void
  inputRef: Ref<HTMLInputElement>
}

export function ScanField({ label, hint, value, onChange, onScan, inputRef }: Props) {
  const endsWithComposition = useRef(false)
  const scan = (input: HTMLInputElement) => {
    if (input.value.trim()) onScan(input.value.trim())
    input.select() // the next input replaces one that found nothing
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    // An input method is still composing the last syllable: the text is complete when the composition ends.
    if (event.nativeEvent.isComposing) endsWithComposition.current = true
    else scan(event.currentTarget)
  }
  return (
    <TextField className={`${styles.field} ${styles.search}`} value={value} onChange={onChange} autoComplete="off">
      <Label className={styles.label!}>{label}</Label>
      <div className={styles.search}>
        <ScanBarcode size={20} className={styles.searchIcon} aria-hidden />
        <Input
          ref={inputRef}
          className={`${styles.input} ${styles.scan}`}
          spellCheck={false}
          data-search
          onKeyDown={onKeyDown}
          onCompositionEnd={(event) => {
            if (endsWithComposition.current) scan(event.currentTarget)
            endsWithComposition.current = false
          }}
        />
      </div>
      <Text slot="description" className={styles.hint!}>
        {hint}
      </Text>
    </TextField>
  )
}
