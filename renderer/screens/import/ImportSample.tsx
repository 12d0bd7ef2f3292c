import { useTranslation } from 'react-i18next'
import type { ColumnMapping, CsvInspection } from '../../../electron/contract.ts'
import { fieldName } from '../../i18n/failureText.ts'
import styles from './Import.module.css'

/** The first rows of the file, each column headed by the field that it is mapped to. */
export function ImportSample({ inspection, mapping }: { inspection: CsvInspection; mapping: ColumnMapping }) {
  const { t } = useTranslation()
  const fieldOf = (column: number) => Object.entries(mapping).find(([, index]) => index === column)?.[0]
  return (
    <div className={styles.sample} tabIndex={0} role="region" aria-label={t('import.preview')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('import.lineNumber')}</th>
            {inspection.header.map((heading, column) => {
              const field = fieldOf(column)
              return (
                <th key={column} scope="col">
                  {heading} {field && <span className={styles.used}>→ {fieldName(field, t)}</span>}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {inspection.sample.map(({ line, cells }) => (
            <tr key={line}>
              <td>{line}</td>
              {inspection.header.map((_, column) => (
                <td key={column}>{cells[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
