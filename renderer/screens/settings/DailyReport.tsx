import { useMutation, useQuery } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { useSetting } from '../../warehouse/settings.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './Settings.module.css'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What waits, is late, moved, arrives and was lost: once a day, as files and by mail. */
export function DailyReport() {
  const { t } = useTranslation()
  const [report, change] = useSetting('report')
  const [folder] = useSetting('reportFolder')
  const [time, setTime] = useState(report.time)
  const { data: failure } = useQuery({
    queryKey: ['reportFailure'],
    queryFn: () => unwrap(window.warehouse.reportFailure()),
  })
  const choosing = useMutation({
    mutationFn: () => unwrap(window.warehouse.chooseReportFolder()),
    networkMode: 'always',
  })
  const enterTime = (entered: string) => {
    setTime(entered)
    if (TIME.test(entered)) change({ ...report, time: entered, since: new Date().toISOString() })
  }
  return (
    <>
      <p className={screen.hint}>{t('setting.reportHint')}</p>
      {failure && <Alert tone="bad">{t('setting.reportFailed', { why: failureText(failure, t) })}</Alert>}
      <CheckField
        isSelected={report.isOn}
        onChange={(isOn) => change({ ...report, isOn, since: new Date().toISOString() })}
      >
        {t('setting.report')}
      </CheckField>
      <div className={styles.fields}>
        <TextField
          label={t('setting.reportTime')}
          hint={t('setting.reportTimeHint')}
          value={time}
          onChange={enterTime}
          error={TIME.test(time) ? undefined : t('setting.reportTimeWrong')}
          maxLength={5}
        />
      </div>
      <p className={styles.path}>
        {t('setting.reportFolder')} {folder ? <code>{folder}</code> : t('setting.reportFolderOwn')}
      </p>
      {choosing.error && <Alert tone="bad">{failureText(failureOf(choosing.error), t)}</Alert>}
      <div className={screen.actions}>
        <Button onPress={() => choosing.mutate()}>
          <FolderOpen size={16} aria-hidden />
          {t('setting.reportChoose')}
        </Button>
      </div>
      {choosing.error && <Alert tone="bad">{failureText(failureOf(choosing.error), t)}</Alert>}
      <CheckField isSelected={report.mail} onChange={(mail) => change({ ...report, mail })}>
        {t('setting.reportMail')}
      </CheckField>
    </>
  )
}
