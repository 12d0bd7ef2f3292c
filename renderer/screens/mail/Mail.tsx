import { MailCheck, MailX, SearchX, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailState } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { useGo } from '../../warehouse/navigation.ts'
import { RowCount } from '../../warehouse/RowCount.tsx'
import { RowsGrid } from '../../warehouse/RowsGrid.tsx'
import { useMailSettings } from '../../warehouse/useMailSettings.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { MailDetail } from './MailDetail.tsx'
import { mailStates, useMailColumns } from './mailColumns.tsx'
import { RetryDead } from './RetryMail.tsx'

/** The outbox. Its server is set up in the settings. */
export function Mail() {
  const { t } = useTranslation()
  const go = useGo()
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
        <div className={screen.end}>
          <RetryDead isOn={isOn} />
          <Button onPress={() => go('settings', { section: 'mail' })}>
            <Settings2 size={16} aria-hidden />
            {t('mail.settings')}
          </Button>
        </div>
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
  )
}
