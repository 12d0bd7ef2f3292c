import type { ComponentProps } from 'react'
import { PickField } from '../ui/PickField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useView } from './queries.ts'

const MOST = 20
type Props = Omit<ComponentProps<typeof PickField>, 'suggestions'>

export function SkuField(props: Props) {
  const found = useView('products', { search: props.value.trim(), limit: MOST })
  return <PickField {...props} suggestions={found.data?.rows.map(({ sku }) => sku) ?? []} />
}

export function BatchField(props: Props) {
  const found = useView('batches', { search: props.value.trim(), limit: MOST })
  return <PickField {...props} suggestions={found.data?.rows.map(({ ref }) => ref) ?? []} />
}

/** An order to look for. */
export function OrderField({ label, value, onChange }: Pick<Props, 'label' | 'value' | 'onChange'>) {
  return <TextField label={label} maxLength={200} value={value} onChange={onChange} />
}
