/** On the button that confirms a form. */
export const CONFIRMS = { 'data-confirms': true } as const

/** Moves the focus to the first field of the form that still has to be filled in, else to the button that confirms. */
export const leadIn = (form: Element): void => focusOn(form, wantedIn(form)[0])

/** The same from a field, which is left out: to the next one behind it, or the first before it. */
export function leadOn(from: Element): void {
  const form = from.closest('form')
  if (!form) return
  const others = wantedIn(form).filter((field) => !field.contains(from))
  const isBehind = (field: Element) => (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  focusOn(form, others.find(isBehind) ?? others[0])
}

const wantedIn = (form: Element): Element[] => [...form.querySelectorAll('[data-wanted]')]

const focusOn = (form: Element, field: Element | undefined): void =>
  (field ? field.querySelector<HTMLElement>('input') : form.querySelector<HTMLElement>('[data-confirms]'))?.focus()
