import { FileOutput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TableFormat } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useCommand } from '../commands.ts'
import { today } from '../overdue.ts'
import { failureOf } from '../unwrap.ts'
import { ListPaper } from './ListPaper.tsx'
import { type OutList, pagesOut } from './outList.ts'
import { usePaper } from './usePaper.ts'
import { useTableFile } from './useTableFile.ts'

/** Takes a list out of the app, all of it and not only what is loaded: as CSV, for Excel, on paper, as a PDF. */
export function OutMenu<Row>({ list }: { list: OutList<Row> }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const table = useTableFile()
  const paper = usePaper()
  const file = `${list.title} ${today()}`
  const start = () => {
    table.forget()
    paper.forget()
  }
  const save = (format: TableFormat) => () => {
    start()
    table.save({ name: file, format, pages: () => pagesOut(list) })
  }
  const put = (as: 'paper' | 'pdf') => () => {
    start()
    paper.put({ title: list.title, filters: list.filters ?? [], pages: () => pagesOut(list), as, file })
  }
  useCommand('export', table.done === null ? save('csv') : null)
  useCommand('print', put('paper'))
  const error = table.error ?? paper.error
  const note = error
    ? failureText(failureOf(error), t)
    : table.saved
      ? t('out.saved', { file: table.saved.file, count: table.saved.rows })
      : (paper.note?.text ?? null)
  return (
    <div className={screen.selection}>
      {table.done !== null ? (
        <>
          <span role="status">{t('out.saving', { rows: number(table.done) })}</span>
          <Button kind="quiet" onPress={table.cancel}>
            {t('out.cancel')}
          </Button>
        </>
      ) : (
        note !== null && <span role={error || paper.note?.tone === 'bad' ? 'alert' : 'status'}>{note}</span>
      )}
      <ActionMenu
        label={t('out.menu', { list: list.title })}
        icon={FileOutput}
        actions={[
          { id: 'csv', name: t('out.csv'), onAction: save('csv') },
          { id: 'xlsx', name: t('out.xlsx'), onAction: save('xlsx') },
          { id: 'paper', name: t('out.print'), onAction: put('paper') },
          { id: 'pdf', name: t('out.pdf'), onAction: put('pdf') },
        ]}
      />
      {paper.sheet && <ListPaper sheet={paper.sheet} />}
    </div>
  )
}
