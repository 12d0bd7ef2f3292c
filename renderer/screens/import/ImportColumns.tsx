import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile, ColumnMapping, CsvInspection, CsvKind, ImportRequest } from '../../../electron/contract.ts'
import { fieldName } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import styles from './Import.module.css'
import { ImportSample } from './ImportSample.tsx'

type Props = { chosen: ChosenFile; onAnother: () => void; onStart: (request: ImportRequest) => void }

const NOT_MAPPED = '-'
const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

/** Maps columns of the file to fields: guessed from the header, changed by the person. */
export function ImportColumns({ chosen: { file, name, inspection }, onAnother, onStart }: Props) {
  const { t } = useTranslation()
  const [kind, setKind] = useState(inspection.kind)
  const [mappings, setMappings] = useState(inspection.mappings)
  const mapping: ColumnMapping = kind ? mappings[kind] : {}
  const fields = kind ? inspection.fields[kind] : []
  const problem = useMappingProblem(fields, mapping)
  return (
    <section className={`${screen.panel} ${screen.card}`}>
      <div>
        <h2>{name}</h2>
        <FileFacts inspection={inspection} />
      </div>
      <div className={styles.mapping}>
        <SelectField
          label={t('import.kind')}
          placeholder={t('import.unknownKind')}
          options={(Object.keys(inspection.fields) as CsvKind[]).map((id) => ({ id, name: t(`import.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        {kind &&
          fields.map(({ name: field, required }) => (
            <SelectField
              key={field}
              label={required ? fieldName(field, t) : `${fieldName(field, t)} (${t('optional')})`}
              placeholder={t('import.notMapped')}
              options={columnOptions(inspection, required ? null : t('import.notMapped'))}
              value={mapping[field] == null ? (required ? null : NOT_MAPPED) : String(mapping[field])}
              onChange={(id) =>
                setMappings({ ...mappings, [kind]: { ...mapping, [field]: id === NOT_MAPPED ? null : Number(id) } })
              }
            />
          ))}
      </div>
      <ImportSample inspection={inspection} mapping={mapping} />
      {problem && <Alert tone="bad">{problem}</Alert>}
      <div className={styles.actions}>
        <Button
          kind="primary"
          isDisabled={kind === null || problem !== null}
          onPress={() => kind && onStart({ file, kind, mapping })}
        >
          {t('import.start')}
        </Button>
        <Button kind="quiet" onPress={onAnother}>
          {t('import.another')}
        </Button>
      </div>
    </section>
  )
}

function columnOptions({ header }: CsvInspection, none: string | null) {
  const columns = header.map((heading, index) => ({ id: String(index), name: heading || `${index + 1}` }))
  return none === null ? columns : [{ id: NOT_MAPPED, name: none }, ...columns]
}

/** Why it cannot be imported like this; null: it can. There are no fields until the kind is known. */
function useMappingProblem(fields: CsvInspection['fields'][CsvKind], mapping: ColumnMapping): string | null {
  const { t } = useTranslation()
  if (fields.length === 0) return t('import.kindUnknown')
  const missing = fields.filter(({ name, required }) => required && mapping[name] == null)
  if (missing.length > 0)
    return t('import.requiredMissing', { fields: missing.map(({ name }) => fieldName(name, t)).join(', ') })
  const columns = fields.map(({ name }) => mapping[name]).filter((column) => column != null)
  return new Set(columns).size < columns.length ? t('import.mappedTwice') : null
}

function FileFacts({ inspection: { encoding, delimiter, bytes, rows } }: { inspection: CsvInspection }) {
  const { t } = useTranslation()
  const { size, number } = useFormat()
  const facts = {
    encoding: encoding.toUpperCase(),
    delimiter: t(`import.delimiter.${delimiters[delimiter]}`),
    size: size(bytes),
  }
  return (
    <p className={screen.hint}>
      {rows.exact ? t('list.count', { count: rows.count }) : t('import.about', { rows: number(rows.count) })} ·{' '}
      {t('import.size', facts)}
    </p>
  )
}
