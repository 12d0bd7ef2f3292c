import type { TFunction } from 'i18next'
import type { Failure, Problem, RowRefusal } from '../../electron/contract.ts'
import { formatsOf } from './format.ts'
import { i18n } from './i18n.ts'

/** What went wrong and what to do, in the person's language. */
export function failureText(failure: Failure | RowRefusal, t: TFunction): string {
  if (failure.code === 'InvalidMessage')
    return failure.details.problems.map((problem) => problemText(problem, t)).join('. ')
  if (failure.code === 'LineConflict') {
    const { state, dueDate, ...details } = failure.details
    const due = dueDate === null ? t('none') : formatsOf(i18n.language).date(dueDate)
    return t('failure.LineConflict', { ...details, state: t(`state.${state}`), dueDate: due })
  }
  if (failure.code === 'MissingColumns')
    return t('failure.MissingColumns', {
      fields: failure.details.fields.map((field) => fieldName(field, t)).join(', '),
    })
  const values: Record<string, unknown> = { ...failure.details, message: failure.message }
  return t(`failure.${failure.code}`, values) as string
}

export function problemText({ field, problem, limit }: Problem, t: TFunction): string {
  const isChosen = field === 'reason' && (problem === 'missing' || problem === 'empty')
  return isChosen ? t('stockTake.chooseReason') : t(`problem.${problem}`, { field: fieldName(field, t), limit })
}

/** A field of a message as people call it. */
export const fieldName = (field: string, t: TFunction): string =>
  t(`field.${field}` as 'field.ref', { defaultValue: field })
