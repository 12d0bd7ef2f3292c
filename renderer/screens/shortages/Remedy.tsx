import type { ViewQuery } from '../../../electron/contract.ts'
import { None } from '../../warehouse/Quantity.tsx'
import { useView } from '../../warehouse/queries.ts'
import { useWhyWords } from '../../warehouse/why/useWhyWords.ts'

/** The least that would fill the line; read when its row is shown. */
export function Remedy({ line: { sku, orderId, line } }: { line: ViewQuery<'why'> }) {
  const words = useWhyWords()
  const { data: why, isPlaceholderData } = useView('why', { sku, orderId, line })
  if (!why || isPlaceholderData) return <None />
  const text = words.remedy(why.remedy)
  return <span title={text}>{text}</span>
}
