import { Search } from 'lucide-react'
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components'
import styles from './FindList.module.css'
import fields from './fields.module.css'
import { SEARCH_LENGTH } from './searchLength.ts'

export type Found = {
  readonly id: string
  readonly name: string
  /** What it is. */
  readonly kind: string
  /** The keys that lead there without the list. */
  readonly keys?: string | undefined
}

type Props = {
  label: string
  placeholder: string
  text: string
  onText: (text: string) => void
  /** Already those that fit the text, the best first. */
  items: readonly Found[]
  onChoose: (id: string) => void
  empty: string
}

/** A field with what is found by its text below it: up and down choose while one types on, Enter takes it. */
export function FindList({ label, placeholder, text, onText, items, onChoose, empty }: Props) {
  return (
    <Autocomplete inputValue={text} onInputChange={onText}>
      <TextField className={`${fields.field} ${fields.search}`} aria-label={label} autoFocus autoComplete="off">
        <Search size={16} className={fields.searchIcon} aria-hidden />
        <Input
          className={fields.input!}
          role="combobox"
          aria-expanded
          placeholder={placeholder}
          maxLength={SEARCH_LENGTH}
          spellCheck={false}
        />
      </TextField>
      <ListBox
        className={styles.list!}
        aria-label={label}
        items={items}
        onAction={(id) => onChoose(String(id))}
        renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
      >
        {({ id, name, kind, keys }) => (
          <ListBoxItem id={id} textValue={name} className={`${fields.option} ${styles.item}`}>
            <span className={styles.name}>{name}</span>
            <span className={styles.kind}>{kind}</span>
            {keys !== undefined && <kbd>{keys}</kbd>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}
