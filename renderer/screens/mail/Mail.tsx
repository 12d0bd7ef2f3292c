import { MailCheck, MailX, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailState } from '../../../electron/contract.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { RowCount } from '../../warehouse/RowCount.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import styles from './Mail.module.css'
import { MailDetail } from './MailDetail.tsx'
import { MailSettings } from './MailSettings.tsx'
import { mailStates, useMailColumns } from './mailColumns.tsx'
import { RetryDead } from './RetryMail.tsx'
import { useMailSettings } from './useMailSettings.ts'

/** The outbox, and the settings of the mail server. */
export function Mail() {
  const { t } = useTranslation()
  const [state, setState] = useState<MailState | 'any'>('any')
  const [chosen, setChosen] = useState<number | null>(null)
  const rows = useRows('outbox', { state: state === 'any' ? undefined : state })
  const columns = useMailColumns()
  const settings = useMailSettings()
  const isOn = settings?.smtp != null
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('mail.title')}</h1>
        <RowCount rows={rows} />
      </header>
      <div className={styles.panes}>
        <div className={styles.outbox}>
          <div className={screen.toolbar} role="search" aria-label={t('mail.title')}>
            <SelectField
              label={t('mail.state')}
              options={[
                { id: 'any', name: t('mail.anyState') },
                ...mailStates.map((id) => ({ id, name: t(`mailState.${id}`) })),
              ]}
              value={state}
              onChange={setState}
            />
            <RetryDead isOn={isOn} />
          </div>
          <div className={`${screen.panel} ${screen.list}`}>
            <RowsGrid
              name="mail"
              label={t('mail.title')}
              rows={rows}
              columns={columns}
              narrowest={640}
              rowKey={({ seq }) => seq}
              selected={chosen}
              onAction={({ seq }) => setChosen(seq)}
              empty={
                state !== 'any' ? (
                  <EmptyState icon={SearchX} title={t('mail.noMatch')} />
                ) : isOn ? (
                  <EmptyState icon={MailCheck} title={t('mail.empty')} hint={t('mail.emptyHint')} />
                ) : (
                  <EmptyState icon={MailX} title={t('mail.off')} hint={t('mail.offHint')} />
                )
              }
            />
          </div>
          {chosen !== null && <MailDetail seq={chosen} isOn={isOn} />}
        </div>
        {settings && <MailSettings settings={settings} />}
      </div>
    </div>
  )
}
