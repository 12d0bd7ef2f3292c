import { FileInput } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile, ImportRequest } from '../../../electron/contract.ts'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useCommand } from '../../warehouse/commands.ts'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportRun } from './ImportRun.tsx'
import { type Imported, useImport } from './useImport.ts'

/** In steps: choose a file, map its columns, import it, see the rejected rows. */
export function Import() {
  const { t } = useTranslation()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const [done, setDone] = useState<Imported | null>(null)
  const { progress, run, cancel } = useImport()

  const isRunning = progress !== null
  const [next, setNext] = useState<ChosenFile | null>(null) // which came while another one was being imported

  const show = (chosen: ChosenFile) => {
    setFile(chosen)
    setNext(null)
    setFailure(null)
    setDone(null)
  }
  const take = async (choosing: Promise<ChosenFile | null>) => {
    const chosen = await choosing.catch((error: Error) => {
      setFailure(error)
      if (isRunning) return
      setFile(null)
      setDone(null)
    })
    if (chosen) (isRunning ? setNext : show)(chosen)
  }
  const choose = () => take(unwrap(window.warehouse.chooseFile()))
  useNavigationTarget('import', ({ file }) => file && void take(file()))
  const start = async (name: string, request: ImportRequest) => {
    setFailure(null)
    const report = await run(request).catch(setFailure)
    if (report) setDone({ name, file: request.file, report })
  }

  useCommand('importFile', progress ? null : () => void choose())
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('import.title')}</h1>
        <p className={screen.hint}>{t('import.intro')}</p>
      </header>
      {failure && <Alert tone="bad">{failureText(failureOf(failure), t)}</Alert>}
      {progress && file ? (
        <>
          <ImportRun name={file.name} progress={progress} onCancel={() => cancel(file.file)} />
          {next && <p className={screen.hint}>{t('import.waits', { name: next.name })}</p>}
        </>
      ) : done ? (
        <>
          {next && (
            <div>
              <Button kind="primary" onPress={() => show(next)}>
                {t('import.next', { name: next.name })}
              </Button>
            </div>
          )}
          <ImportResult imported={done} onAnother={choose} />
        </>
      ) : file ? (
        <ImportColumns
          key={file.file}
          chosen={file}
          onAnother={choose}
          onStart={(request) => start(file.name, request)}
        />
      ) : (
        <ChooseFile onChoose={choose} />
      )}
    </div>
  )
}

function ChooseFile({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={`${screen.panel} ${screen.card}`}>
      <ul className={screen.facts}>
        <li>{t('import.batchesColumns')}</li>
        <li>{t('import.ordersColumns')}</li>
        <li>{t('import.formats')}</li>
      </ul>
      <div>
        <Button kind="primary" onPress={onChoose}>
          <FileInput size={16} aria-hidden />
          {t('import.choose')}
        </Button>
      </div>
    </section>
  )
}
