import { Warehouse } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { type Screen, screens, useGo } from '../warehouse/navigation.ts'
import { useView } from '../warehouse/queries.ts'
import { keepFirstScreen } from './firstScreen.ts'
import styles from './Navigation.module.css'
import { OperatorName } from './OperatorName.tsx'
import { screenTable } from './screenTable.ts'

/** They stand below, beside the operator. */
const screensBelow = ['settings', 'help'] as const satisfies readonly Screen[]
const screensOfWork = screens.filter((screen) => !(screensBelow as readonly Screen[]).includes(screen))

export function Navigation({ current }: { current: Screen }) {
  const { t } = useTranslation()
  return (
    <nav className={styles.navigation} aria-label={t('nav.label')}>
      <p className={styles.brand}>
        <Warehouse size={20} aria-hidden />
        <span className={styles.text}>{t('app.name')}</span>
      </p>
      <ul className={styles.screens}>
        {screensOfWork.map((screen) => (
          <li key={screen}>
            {screen === 'notices' ? (
              <NoticesEntry {...{ current }} />
            ) : screen === 'mail' ? (
              <MailEntry {...{ current }} />
            ) : (
              <Entry {...{ screen, current }} />
            )}
          </li>
        ))}
      </ul>
      <OperatorName />
      <ul>
        {screensBelow.map((screen) => (
          <li key={screen}>
            <Entry screen={screen} current={current} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Shows how many groups of notices are this person's to deal with, and nobody's that this person has not read. */
function NoticesEntry({ current }: { current: Screen }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const unread = useView('summary', {}).data?.noticesForReader ?? 0
  if (unread === 0) return <Entry screen="notices" current={current} />
  return (
    <Entry
      screen="notices"
      current={current}
      label={`${t('nav.notices')}, ${t('nav.unread', { count: unread })}`}
      badge={unread > 999 ? '999+' : number(unread)}
    />
  )
}

/** Shows the number of mails that were given up. */
function MailEntry({ current }: { current: Screen }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const dead = useView('outbox', { state: 'dead', limit: 100 }).data?.rows.length ?? 0
  if (dead === 0) return <Entry screen="mail" current={current} />
  return (
    <Entry
      screen="mail"
      current={current}
      label={`${t('nav.mail')}, ${t('nav.notSent', { count: dead })}`}
      badge={dead > 99 ? '99+' : number(dead)}
    />
  )
}

function Entry({ screen, current, label, badge }: { screen: Screen; current: Screen; label?: string; badge?: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const { icon: Icon } = screenTable[screen]
  return (
    <Button
      className={styles.entry!}
      aria-current={screen === current ? 'page' : undefined}
      aria-label={label ?? t(`nav.${screen}`)}
      onPress={() => {
        keepFirstScreen(screen)
        go(screen)
      }}
    >
      <Icon size={18} aria-hidden />
      <span className={styles.text}>{t(`nav.${screen}`)}</span>
      {badge && <span className={styles.badge} data-count={badge} aria-hidden />}
    </Button>
  )
}
