import { Activity, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { systemLanguage } from '../i18n/i18n.ts'
import { useDrafts } from '../screens/stockTake/drafts.ts'
import {
  type Go,
  GoContext,
  type NavigationTarget,
  NavigationTargetContext,
  type Screen,
  screens,
} from '../warehouse/navigation.ts'
import { isSample } from '../warehouse/sample.ts'
import { record } from '../warehouse/scans/scans.ts'
import { useSetting } from '../warehouse/settings.ts'
import { play } from '../warehouse/sounds.ts'
import styles from './App.module.css'
import { Commands } from './commands/Commands.tsx'
import { Navigation } from './Navigation.tsx'
import { isDialogOpen, RefusedScan } from './RefusedScan.tsx'
import { SampleBar } from './SampleBar.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { useScanner } from './scanner/useScanner.ts'
import { useScanRoute } from './scanner/useScanRoute.ts'
import { screenTable } from './screenTable.ts'
import { screenAtFirst, useShownScreen } from './shownScreen.ts'
import { useEnterOnce } from './useEnterOnce.ts'
import { useFilesToImport } from './useFilesToImport.ts'

const MOST_PAST = 50 // screens

/** The frame around the screens. A screen that was visited keeps its state, with whatever was typed there. */
export function App() {
  const { t, i18n } = useTranslation()
  useAppearance()
  const [target, setTarget] = useState<NavigationTarget>(() => ({ screen: screenAtFirst(), nonce: 0 }))
  const [visited, setVisited] = useState<ReadonlySet<Screen>>(new Set([target.screen]))
  const [past, setPast] = useState<readonly Screen[]>([])
  const open: Go = (screen, show) => {
    setTarget((last) => ({ ...show, screen, nonce: last.nonce + 1 }))
    setVisited((before) => new Set([...before, screen]))
  }
  const go: Go = (screen, show) => {
    if (screen !== target.screen) setPast((before) => [...before, target.screen].slice(-MOST_PAST))
    open(screen, show)
  }
  useShownScreen(target.screen)
  const previous = past.at(-1)
  const back = () => {
    setPast((before) => before.slice(0, -1))
    if (previous) open(previous)
  }
  const [refusedScan, setRefusedScan] = useState<string | null>(null)
  const pass = useScanRoute(target.screen, go)
  useScanner((code, isRepeat) => {
    if (isRepeat) return record(code, target.screen, { kind: 'repeat' })
    const isRefused = isDialogOpen()
    setRefusedScan(isRefused ? code : null)
    const scan = record(code, target.screen, { kind: isRefused ? 'dialogOpen' : 'waiting' })
    if (isRefused) return play('notFound')
    pass(scan)
  })
  const isFileOver = useFilesToImport(go)
  useEnterOnce() // after the scanner, whose own Enters it must not take
  return (
    <I18nProvider locale={i18n.language}>
      <GoContext value={go}>
        <ToldDrafts />
        <Commands shown={target.screen} onBack={previous ? back : null} />
        <div className={styles.shell}>
          {isSample && <SampleBar />}
          <Navigation current={target.screen} />
          <main className={styles.main}>
            {screens
              .filter((screen) => visited.has(screen))
              .map((screen) => {
                const { View } = screenTable[screen]
                return (
                  <Activity key={screen} mode={screen === target.screen ? 'visible' : 'hidden'}>
                    <NavigationTargetContext value={target}>
                      <ScreenBoundary>
                        <View />
                      </ScreenBoundary>
                    </NavigationTargetContext>
                  </Activity>
                )
              })}
          </main>
          {isFileOver && <p className={styles.drop}>{t('import.drop')}</p>}
          {refusedScan !== null && <RefusedScan code={refusedScan} onEnd={() => setRefusedScan(null)} />}
        </div>
      </GoContext>
    </I18nProvider>
  )
}

/** No installer takes over while something is entered. A component of its own, since drafts change with each key. */
function ToldDrafts() {
  const { length } = useDrafts().refs
  useEffect(() => void window.warehouse.tellDrafts(length), [length])
  return null
}

/** Applies the language, theme and density that the person chose, or those of the system. */
function useAppearance(): void {
  const { i18n } = useTranslation()
  const [language] = useSetting('language')
  const [theme] = useSetting('theme')
  const [density] = useSetting('density')
  useEffect(() => {
    void i18n.changeLanguage(language === 'system' ? systemLanguage() : language)
  }, [i18n, language])
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
}
