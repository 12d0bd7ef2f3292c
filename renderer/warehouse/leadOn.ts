/** On the button that confirms a form. */
export const CONFIRMS = { 'data-confirms': true } as const

/** Moves the focus from a field of a form to the first other one that still has to be filled in, else to the button that confirms. */
export function leadOn(from: Element): void {
  const form = from.closest('form')
  const wanted = [...(form?.querySelectorAll('[data-wanted]') ?? [])].find((field) => !field.contains(from))
  const next = wanted ? wanted.querySelector<HTMLElement>('input') : form?.querySelector<HTMLElement>('[data-confirms]')
  next?.focus()
}
