import { PackageOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { Alert } from '../ui/Alert.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Barcode } from '../ui/Barcode.tsx'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DayChart } from '../ui/DayChart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Progress } from '../ui/Progress.tsx'
import screen from '../ui/screen.module.css'
import { Fields } from './Fields.tsx'
import styles from './Gallery.module.css'
import { Lists } from './Lists.tsx'
import { State } from './State.tsx'

const nothing = () => {}
const states = [undefined, 'hovered', 'pressed', 'focus'] as const

/** Every control of renderer/ui in every state, with texts of the app. */
export function Gallery() {
  return (
    <main className={styles.gallery}>
      <Group of="Button, ActionMenu, Chip">
        <Buttons />
      </Group>
      <Group of="TextField, PickField, SelectField, DateField, SearchField, ScanField, CheckField, ChoiceGrid">
        <Fields />
      </Group>
      <Group of="Badge, Alert, Progress, EmptyState">
        <Signs />
      </Group>
      <Group of="Grid, Identifier">
        <Lists />
        <Identifiers />
      </Group>
      <Group of="DayChart, Barcode">
        <Pictures />
      </Group>
    </main>
  )
}

/** `of`: names in the code. */
const Group = ({ of: names, children }: { of: string; children: ReactNode }) => (
  <section className={`${screen.panel} ${screen.card}`}>
    <h2>{names}</h2>
    {children}
  </section>
)

function Buttons() {
  const { t } = useTranslation()
  return (
    <>
      {(['primary', 'danger', 'secondary', 'quiet'] as const).map((kind) => (
        <div key={kind} className={styles.row}>
          {states.map((state) => (
            <State key={state ?? ''} of={state}>
              <Button kind={kind}>{t('countSheets.new')}</Button>
            </State>
          ))}
          <Button kind={kind} isDisabled>
            {t('countSheets.new')}
          </Button>
          <Button kind={kind} isPending>
            {t('countSheets.new')}
          </Button>
        </div>
      ))}
      <div className={styles.row}>
        <ActionMenu label={t('list.retry')} actions={[]} />
        {[false, true].map((isSelected) =>
          states.slice(0, 2).map((state) => (
            <State key={`${isSelected} ${state}`} of={state}>
              <Chip isSelected={isSelected} onChange={nothing}>
                {t('overdue')}
              </Chip>
            </State>
          )),
        )}
      </div>
    </>
  )
}

function Signs() {
  const { t } = useTranslation()
  return (
    <>
      <div className={styles.row}>
        <Badge tone="good">{t('inWarehouse')}</Badge>
        <Badge tone="warn">{t('state.backordered')}</Badge>
        <Badge tone="bad">{t('overdue')}</Badge>
        <Badge tone="accent">{t('kind.reallocated')}</Badge>
        <Badge tone="plain">{t('state.cancelled')}</Badge>
      </div>
      <Alert tone="good">{t('import.done', { name: 'batches.csv' })}</Alert>
      <Alert tone="plain">{t('outcome.nothingMoves')}</Alert>
      <Alert tone="warn">{t('import.partly', { name: 'batches.csv', rows: 11_999, count: 12_000 })}</Alert>
      <Alert tone="bad">{t('main.failure.StorageFull')}</Alert>
      {[0, 3, 10].map((done) => (
        <Progress key={done} label={t('import.running', { name: 'batches.csv' })} done={done} total={10} />
      ))}
      <EmptyState icon={PackageOpen} title={t('stockTake.noneYet')} hint={t('stockTake.noneYetHint')}>
        <Button>{t('lead.import')}</Button>
      </EmptyState>
    </>
  )
}

/** In ever less room. */
const Identifiers = () => (
  <div className={styles.row}>
    {[220, 150, 100, 70, 48, 24].map((width) => (
      <div key={width} className={styles.narrow} style={{ width }}>
        <Identifier text="SO-2026-4711-O6-4712" />
      </div>
    ))}
  </div>
)

function Pictures() {
  const { t } = useTranslation()
  const { day, number } = useFormat()
  const days = [1, 2, 3, 4, 5, 6, 7].map((date) => `2031-03-0${date}`)
  return (
    <>
      <DayChart
        label={t('today.title')}
        days={days}
        series={[
          { name: t('stock.inShipments'), values: [0, 40, 0, 0, 90, 0, 0], colour: 'good', kind: 'bars' },
          { name: t('stock.availableNow'), values: [60, 100, 80, -20, 70, 70, 10], colour: 'accent', kind: 'steps' },
        ]}
        formatDay={day}
        formatNumber={number}
      />
      <div className={styles.row}>
        <Barcode kind="code128" text="LOT-26-00012" className={styles.barcode} />
        <Barcode kind="qrcode" text="LOT-26-00012" className={styles.barcode} />
      </div>
    </>
  )
}
