import { Search } from 'lucide-react'
import { SearchField as AriaSearchField, Input } from 'react-aria-components'
import styles from './fields.module.css'
import { SEARCH_LENGTH } from './searchLength.ts'

type Props = { label: string; value: string; onChange: (value: string) => void }

export function SearchField({ label, value, onChange }: Props) {
  return (
    <AriaSearchField
      className={`${styles.field} ${styles.search}`}
      value={value}
      onChange={onChange}
      aria-label={label}
    >
      <Search size={16} className={styles.searchIcon} aria-hidden />
      <Input className={styles.input!} placeholder={label} maxLength={SEARCH_LENGTH} spellCheck={false} data-search />
    </AriaSearchField>
  )
}
