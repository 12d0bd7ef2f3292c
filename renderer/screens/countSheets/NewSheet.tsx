import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { CheckField } from '../../ui/CheckField.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import { useKept } from '../../warehouse/useKept.ts'
import styles from './CountSheets.module.css'
import { noSource, SheetSource, useSource } from './SheetSource.tsx'

const empty = { sheet: '', person: '', blind: true, units: '', percent: '' }

/** Names a sheet, and chooses its batches. */
export function NewSheet({ onClose, onMade }: { onClose: () => void; onMade: (name: string) => void }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [fields, set] = useKept('newSheet', empty)
  const [source, setSource] = useKept('newSheetSource', noSource)
  const found = useSource(source)
  const draft = useDraft({
    type: 'SheetOpened',
    sheet: fields.sheet,
    person: fields.person.trim() || null,
    blind: fields.blind,
    recountUnits: quantityOf(fields.units) ?? null,
    recountPercent: quantityOf(fields.percent) ?? null,
    refs: found.refs,
  })
  return (
    <Modal title={t('countSheets.new')} onClose={onClose}>
      <MessageForm
        label={t('countSheets.new')}
        draft={draft}
        kind="primary"
        confirm={t('countSheets.open')}
        isDisabled={found.isReading}
        summary={() => (
          <>
            <p>{t('history.text.sheetBatches', { count: found.refs.length })}</p>
            {found.more && <p className={styles.warn}>{t('countSheets.more')}</p>}
            {found.unknown.length > 0 && (
              <p className={styles.warn}>
                {t('countSheets.unknown', {
                  refs: found.unknown.slice(0, 5).join(', '),
                  all: number(found.unknown.length),
                })}
              </p>
            )}
          </>
        )}
        onDone={() => {
          set(empty)
          setSource(noSource)
          onMade(fields.sheet.normalize().trim())
        }}
      >
        <div className={styles.fields}>
          <TextField
            label={t('field.sheet')}
            value={fields.sheet}
            onChange={(sheet) => set({ sheet })}
            error={draft.errorOf('sheet')}
            wanted={fields.sheet.trim() === ''}
            autoFocus
          />
          <TextField
            label={t('field.person')}
            value={fields.person}
            onChange={(person) => set({ person })}
            error={draft.errorOf('person')}
            optional
          />
        </div>
        <CheckField isSelected={fields.blind} onChange={(blind) => set({ blind })}>
          {t('countSheets.blindHint')}
        </CheckField>
        <fieldset className={styles.group}>
          <legend>{t('countSheets.threshold')}</legend>
          <div className={styles.fields}>
            <TextField
              label={t('field.recountUnits')}
              value={fields.units}
              onChange={(units) => set({ units })}
              error={draft.errorOf('recountUnits')}
              numeric
              optional
            />
            <TextField
              label={t('field.recountPercent')}
              value={fields.percent}
              onChange={(percent) => set({ percent })}
              error={draft.errorOf('recountPercent')}
              numeric
              optional
            />
          </div>
        </fieldset>
        <SheetSource source={source} onChange={setSource} />
      </MessageForm>
    </Modal>
  )
}
