import type { ComponentProps } from 'react'
import { PickField } from '../ui/PickField.tsx'
import { SEARCH_LENGTH } from '../ui/searchLength.ts'
import { TextField } from '../ui/TextField.tsx'
import { useView } from './queries.ts'

const MOST = 20 // suggestions
type Props = Omit<ComponentProps<typeof PickField>, 'suggestions'>

export function SkuField(props: Props) {
  const found = useView('products', { search: props.value.trim(), limit: MOST })
  return <PickField {...props} suggestions={found.data?.rows.map(({ sku }) => sku) ?? []} />
}

export function BatchField(props: Props) {
  const found = useView('batches', { search: props.value.trim(), limit: MOST })
  return <PickField {...props} suggestions={found.data?.rows.map(({ ref }) => ref) ?? []} />
}

/** Orders are too many to suggest: a plain text to filter by. */
export function OrderField({ label, value, onChange }: Pick<Props, 'label' | 'value' | 'onChange'>) {
  return <TextField label={label} maxLength={SEARCH_LENGTH} value={value} onChange={onChange} />
}
