import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailFailure, MailSettings, SmtpSettings, SmtpSettingsInput } from '../../../electron/contract.ts'
import { failureText, problemText } from '../../i18n/failureText.ts'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import { useKept } from '../../warehouse/useKept.ts'
import { MAIL_SETTINGS } from '../../warehouse/useMailSettings.ts'

/** The values of the form's fields. */
type MailFields = Readonly<Record<'host' | 'port' | 'user' | 'password' | 'from' | 'to', string>> &
  Pick<SmtpSettings, 'security' | 'language'>

export type MailForm = {
  readonly fields: MailFields
  readonly set: (change: Partial<MailFields>) => void
  readonly errorOf: (field: string) => string | undefined
  readonly otherError: string | undefined
  readonly isBusy: boolean
  readonly save: () => void
  readonly test: () => void
  readonly turnOff: () => void
  /** The result of the last action, until something is entered. */
  readonly outcome:
    | { readonly of: 'nothing' | 'refused' | 'saved' | 'testing' }
    | { readonly of: 'tested'; readonly failure: MailFailure | null }
}

const ports: Readonly<Record<SmtpSettings['security'], string>> = { starttls: '587', tls: '465', none: '25' }
export const securities = Object.keys(ports) as SmtpSettings['security'][]

/** The form of the mail server: its input is saved, or tested first. */
export function useMailForm({ smtp }: MailSettings): MailForm {
  const { t, i18n } = useTranslation()
  const [edits, setEdits] = useMailEdits()
  const fields = { ...fieldsOf(smtp, i18n.language), ...edits }
  const { save, test, turnOff } = useActions(fields, setEdits)
  const all = [save, test, turnOff]
  const forget = () => {
    for (const action of all) action.reset()
  }
  const begin = (action: { mutate: () => void }) => () => {
    forget()
    action.mutate()
  }
  const error = all.find((action) => action.error)?.error
  const failure = error && failureOf(error)
  return {
    fields,
    isBusy: all.some(({ isPending }) => isPending),
    outcome: outcomeOf(save, test, failure !== undefined),
    save: begin(save),
    test: begin(test),
    turnOff: begin(turnOff),
    set: (change) => {
      forget() // the last result belongs to other values
      const port = change.security && fields.port === ports[fields.security] ? { port: ports[change.security] } : {}
      setEdits({ ...edits, ...port, ...change })
    },
    errorOf: (field) => {
      if (failure?.code !== 'InvalidMessage') return undefined
      const found = failure.details.problems.find((problem) => problem.field === field)
      return found && problemText(found, t)
    },
    otherError: failure && failure.code !== 'InvalidMessage' ? failureText(failure, t) : undefined,
  }
}

/** What was changed and not saved. It is kept but for the password, which is written nowhere in clear text. */
function useMailEdits() {
  const [{ edits }, keep] = useKept<{ edits: Partial<MailFields> }>('mail', { edits: {} })
  const [secret, setSecret] = useState<Pick<Partial<MailFields>, 'password'>>({})
  const change = ({ password, ...others }: Partial<MailFields>) => {
    keep({ edits: others })
    setSecret(password === undefined ? {} : { password })
  }
  return [{ ...edits, ...secret }, change] as const
}

function useActions(fields: MailFields, setEdits: (edits: Partial<MailFields>) => void) {
  const queries = useQueryClient()
  const options = { networkMode: 'always' } as const
  const takeAnd = (edits: Partial<MailFields>) => (settings: MailSettings) => {
    queries.setQueryData(MAIL_SETTINGS, settings)
    setEdits(edits)
  }
  return {
    save: useMutation({
      ...options,
      mutationFn: () => unwrap(window.warehouse.saveMailSettings(...entered(fields))),
      onSuccess: takeAnd({}), // the saved settings are shown now
    }),
    test: useMutation({ ...options, mutationFn: () => unwrap(window.warehouse.sendTestMail(...entered(fields))) }),
    turnOff: useMutation({
      ...options,
      mutationFn: () => unwrap(window.warehouse.turnMailOff()),
      onSuccess: takeAnd({ ...fields, password: '' }), // keeps the input, so that mail can be turned on again
    }),
  }
}

type Actions = ReturnType<typeof useActions>

function outcomeOf(save: Actions['save'], test: Actions['test'], refused: boolean): MailForm['outcome'] {
  if (refused) return { of: 'refused' }
  if (test.isPending) return { of: 'testing' }
  if (test.data !== undefined) return { of: 'tested', failure: test.data }
  return { of: save.data ? 'saved' : 'nothing' }
}

const fieldsOf = (smtp: SmtpSettings | null, language: SmtpSettings['language']): MailFields =>
  smtp
    ? { ...smtp, port: `${smtp.port}`, user: smtp.user ?? '', password: '' }
    : { host: '', port: ports.starttls, security: 'starttls', user: '', password: '', from: '', to: '', language }

function entered({ port, user, password, ...fields }: MailFields): [SmtpSettingsInput, string | null] {
  const number = quantityOf(port) as number // the core refuses what is no number
  return [{ ...fields, port: number, user: user.trim() || null }, password || null]
}
