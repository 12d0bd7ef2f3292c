import { Bookmark, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Dialog, DialogTrigger, Heading, Button as IconButton, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import fields from '../ui/fields.module.css'
import { TextField } from '../ui/TextField.tsx'
import { useStored } from '../ui/useStored.ts'
import styles from './SavedFilters.module.css'
import { ownKey } from './sample.ts'

type Saved<F> = { readonly name: string; readonly filter: F }
const none: readonly Saved<never>[] = []

type Props<F> = {
  /** The name of the list, under which they are kept on this workstation. */
  list: string
  /** What is shown now. */
  filter: F
  onApply: (filter: F) => void
}

/** Filters under names, to be shown again. One that is saved under the name of another takes its place. */
export function SavedFilters<F extends object>({ list, filter, onApply }: Props<F>) {
  const { t } = useTranslation()
  const [saved, keep] = useStored<readonly Saved<F>[]>(ownKey(`filters.${list}`), none)
  const [name, setName] = useState('')
  const others = (name: string) => saved.filter((one) => one.name !== name)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    keep(() => [...others(name.trim()), { name: name.trim(), filter }])
    setName('')
  }
  return (
    <DialogTrigger>
      <Button>
        <Bookmark size={16} aria-hidden />
        {t('list.filters')}
      </Button>
      <Popover className={fields.popover!} placement="bottom end">
        <Dialog className={`${fields.listDialog} ${styles.dialog}`}>
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                {t('list.filters')}
              </Heading>
              {saved.length === 0 && <p className={fields.hint}>{t('list.noFilters')}</p>}
              <ul>
                {saved.map((one) => (
                  <li key={one.name}>
                    <Button
                      kind="quiet"
                      onPress={() => {
                        onApply(one.filter)
                        close()
                      }}
                    >
                      {one.name}
                    </Button>
                    <IconButton
                      className={fields.icon!}
                      aria-label={t('list.deleteFilter', { name: one.name })}
                      onPress={() => keep(() => (saved.length === 1 ? null : others(one.name)))}
                    >
                      <Trash2 size={16} aria-hidden />
                    </IconButton>
                  </li>
                ))}
              </ul>
              <form onSubmit={save}>
                <TextField label={t('list.filterName')} value={name} onChange={setName} maxLength={60} />
                <Button type="submit" isDisabled={name.trim() === ''}>
                  {t('list.saveFilter')}
                </Button>
              </form>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
