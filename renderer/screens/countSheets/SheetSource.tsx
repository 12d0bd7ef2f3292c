import { useId } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ViewQuery } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import fieldStyles from '../../ui/fields.module.css'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { beginOf, inDays } from '../../warehouse/overdue.ts'
import { useView } from '../../warehouse/queries.ts'
import { SkuField } from '../../warehouse/StockFields.tsx'
import styles from './CountSheets.module.css'
import { referencesIn } from './referencesIn.ts'

const kinds = ['filter', 'list', 'scan'] as const
const sorts = ['sku', 'quantity'] as const
/** As many batches as a sheet can have. */
const MOST = 1000

/** Where the batches of a sheet come from. `uncounted`, `troubled`: days, as they were typed. */
export const noSource = {
  kind: 'filter' as (typeof kinds)[number],
  sku: '',
  search: '',
  uncounted: '',
  troubled: '',
  sort: 'sku' as (typeof sorts)[number],
  list: '',
}
type Source = typeof noSource

export function useSource(source: Source) {
  const listed = source.kind === 'list' ? referencesIn(source.list) : []
  const isAsked = source.kind === 'filter' || listed.length > 0
  const query = source.kind === 'list' ? { refs: listed.slice(0, MOST) } : queryOf(source)
  const { data, isPlaceholderData } = useView('toCount', query, { enabled: isAsked })
  const found = isAsked ? (data?.batches.map(({ ref }) => ref) ?? []) : []
  const known = new Set(found)
  // In the order of the list, in which a person walks.
  const refs = source.kind === 'list' ? listed.filter((ref) => known.has(ref)) : found
  return {
    refs,
    more: isAsked && (data?.more === true || listed.length > MOST),
    unknown: source.kind === 'list' && data && !isPlaceholderData ? listed.filter((ref) => !known.has(ref)) : [],
    isReading: isAsked && (isPlaceholderData || data === undefined),
  }
}

function queryOf({ sku, search, uncounted, troubled, sort }: Source): ViewQuery<'toCount'> {
  // Of midnight, so that the query stays the same while it is looked at.
  const since = (days: string) => {
    const count = Number(days)
    if (days.trim() === '' || !Number.isInteger(count) || count < 0) return undefined
    return beginOf(inDays(-Math.min(count, 36_500)))
  }
  const text = (value: string) => value.trim() || undefined
  return {
    sku: text(sku),
    search: text(search),
    notCountedSince: since(uncounted),
    troubledSince: since(troubled),
    sort,
  }
}

export function SheetSource({ source, onChange }: { source: Source; onChange: (change: Partial<Source>) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.refs')}</legend>
      <SelectField
        label={t('countSheets.source')}
        options={kinds.map((id) => ({ id, name: t(`countSheets.from.${id}`) }))}
        value={source.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {source.kind === 'filter' && <FilterFields source={source} onChange={onChange} />}
      {source.kind === 'scan' && <p className={styles.muted}>{t('countSheets.scanHint')}</p>}
      {source.kind === 'list' && (
        <>
          <label className={fieldStyles.label} htmlFor={id}>
            {t('countSheets.list')}
          </label>
          <textarea
            id={id}
            className={styles.list}
            rows={4}
            spellCheck={false}
            value={source.list}
            onChange={({ target }) => onChange({ list: target.value })}
          />
          <FileTrigger
            acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']}
            onSelect={async (files) => onChange({ list: (await files?.[0]?.text()) ?? '' })}
          >
            <Button>{t('countSheets.file')}</Button>
          </FileTrigger>
        </>
      )}
    </fieldset>
  )
}

function FilterFields({ source, onChange }: { source: Source; onChange: (change: Partial<Source>) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.fields}>
      <SkuField label={t('field.sku')} value={source.sku} onChange={(sku) => onChange({ sku })} />
      <TextField label={t('countSheets.search')} value={source.search} onChange={(search) => onChange({ search })} />
      <TextField
        label={t('countSheets.uncountedDays')}
        value={source.uncounted}
        onChange={(uncounted) => onChange({ uncounted })}
        numeric
      />
      <TextField
        label={t('countSheets.troubledDays')}
        value={source.troubled}
        onChange={(troubled) => onChange({ troubled })}
        numeric
      />
      <SelectField
        label={t('countSheets.sort')}
        options={sorts.map((id) => ({ id, name: t(`countSheets.by.${id}`) }))}
        value={source.sort}
        onChange={(sort) => onChange({ sort })}
      />
    </div>
  )
}
