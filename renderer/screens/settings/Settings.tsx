import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { conclude, useQueuedScans } from '../../warehouse/scans/scans.ts'
import { usePerson, useSettingsFault } from '../../warehouse/settings.ts'
import { play } from '../../warehouse/sounds.ts'
import styles from './Settings.module.css'
import { sections } from './sections.ts'

/** All that can be set up. Every change holds at once, in all windows. */
export function Settings() {
  const { t } = useTranslation()
  const element = useRef<HTMLDivElement>(null)
  const lead = (section: string) => {
    const heading = element.current?.querySelector<HTMLElement>(`[data-section="${section}"] h2`)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView()
  }
  useNavigationTarget('settings', ({ section }) => section && lead(section))
  return (
    <div ref={element} className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('nav.settings')}</h1>
        <p className={screen.hint}>{t('setting.intro')}</p>
      </header>
      <Fault />
      <TriedScan />
      <div className={styles.panes}>
        <nav className={styles.contents} aria-label={t('setting.contents')}>
          {sections.map(({ id }) => (
            <Button key={id} kind="quiet" onPress={() => lead(id)}>
              {t(`setting.section.${id}`)}
            </Button>
          ))}
        </nav>
        <div className={styles.sections}>
          {sections.map(({ id, scope, Section }) => (
            <section
              key={id}
              className={`${screen.panel} ${screen.card}`}
              aria-label={t(`setting.section.${id}`)}
              data-section={id}
            >
              <header className={styles.head}>
                <h2 tabIndex={-1}>{t(`setting.section.${id}`)}</h2>
                <Scope of={scope} />
              </header>
              <Section />
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}

function Scope({ of }: { of: (typeof sections)[number]['scope'] }) {
  const { t } = useTranslation()
  const name = usePerson()
  return <p className={screen.hint}>{t(`setting.scope.${of}`, { name })}</p>
}

/** What the scanner sends, as it is set up now. */
function TriedScan() {
  const { t } = useTranslation()
  const [code, setCode] = useState<string | null>(null)
  useQueuedScans('settings', (scan) => {
    conclude(scan, { kind: 'tried' })
    play('found')
    setCode(scan.code)
  })
  return code !== null && <Alert tone="plain">{t('setting.scanTried', { code })}</Alert>
}

function Fault() {
  const { t } = useTranslation()
  const { isUnsaved, setAside } = useSettingsFault()
  return (
    <>
      {isUnsaved && <Alert tone="bad">{t('setting.unsaved')}</Alert>}
      {setAside !== null && <Alert tone="bad">{t('setting.setAside', { name: setAside })}</Alert>}
    </>
  )
}
