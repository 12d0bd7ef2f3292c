import { Activity, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './App.module.css'
import { Navigation } from './components/Navigation.tsx'
import { ScreenBoundary } from './components/ScreenBoundary.tsx'
import { systemLanguage } from './i18n/i18n.ts'
import { Allocations } from './screens/allocations/Allocations.tsx'
import { Backups } from './screens/backups/Backups.tsx'
import { History } from './screens/history/History.tsx'
import { Import } from './screens/import/Import.tsx'
import { Mail } from './screens/mail/Mail.tsx'
import { Notices } from './screens/notices/Notices.tsx'
import { Receive } from './screens/receive/Receive.tsx'
import { GoContext, type Request, RequestContext, type Screen, screens } from './screens/screens.ts'
import { Stock } from './screens/stock/Stock.tsx'
import { StockTake } from './screens/stockTake/StockTake.tsx'
import { useSetting } from './settings.ts'

const views: Readonly<Record<Screen, () => React.JSX.Element>> = {
  stockTake: StockTake,
  allocations: Allocations,
  stock: Stock,
  notices: Notices,
  history: History,
  receive: Receive,
  import: Import,
  mail: Mail,
  backups: Backups,
}

/** The shell. A screen that was visited stays as it was left, with whatever was typed there. */
export function App() {
  const { i18n } = useTranslation()
  useAppearance()
  const [request, setRequest] = useState<Request>({ screen: 'stockTake', asked: 0 })
  const [visited, setVisited] = useState<ReadonlySet<Screen>>(new Set(['stockTake']))
  const go = (screen: Screen, asked?: object) => {
    setRequest((last) => ({ ...asked, screen, asked: last.asked + 1 }))
    setVisited((before) => new Set([...before, screen]))
  }
  useScreenKeys(go)
  return (
    <I18nProvider locale={i18n.language}>
      <GoContext value={go}>
        <div className={styles.shell}>
          <Navigation current={request.screen} />
          <main className={styles.main}>
            {screens
              .filter((screen) => visited.has(screen))
              .map((screen) => {
                const View = views[screen]
                return (
                  <Activity key={screen} mode={screen === request.screen ? 'visible' : 'hidden'}>
                    <RequestContext value={request}>
                      <ScreenBoundary>
                        <View />
                      </ScreenBoundary>
                    </RequestContext>
                  </Activity>
                )
              })}
          </main>
        </div>
      </GoContext>
    </I18nProvider>
  )
}

/** Language and theme as the person chose them, or as the system has them. */
function useAppearance(): void {
  const { i18n } = useTranslation()
  const [language] = useSetting('language')
  const [theme] = useSetting('theme')
  useEffect(() => {
    void i18n.changeLanguage(language === 'system' ? systemLanguage() : language)
    void window.warehouse.chooseLanguage(language === 'system' ? null : language)
  }, [i18n, language])
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}

/** Ctrl or ⌘ with a digit leads to the screen of that number. */
function useScreenKeys(go: (screen: Screen) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const screen = event.ctrlKey || event.metaKey ? screens[Number(event.code.replace('Digit', '')) - 1] : undefined
      if (!screen) return
      event.preventDefault()
      go(screen)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
