import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GiverRow, LineRow, Outcome } from '../../../electron/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { GiveForm } from '../../warehouse/byHand/GiveForm.tsx'
import { Givers } from '../../warehouse/byHand/Givers.tsx'

type Props = { line: LineRow; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

/** First the line that is to give way is chosen, then it is confirmed. */
export function TakePlaceForm({ line, onDone, back }: Props) {
  const { t } = useTranslation()
  const [giver, setGiver] = useState<GiverRow | null>(null)
  if (giver)
    return (
      <GiveForm
        taker={line}
        giver={giver}
        onDone={onDone}
        back={
          <Button kind="quiet" onPress={() => setGiver(null)}>
            {t('takePlace.other')}
          </Button>
        }
      />
    )
  return (
    <section aria-label={t('takePlace.title')}>
      <h3>{t('takePlace.title')}</h3>
      <Givers taker={line} onChoose={setGiver} />
      {back}
    </section>
  )
}
