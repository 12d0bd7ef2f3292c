type TextBox = HTMLInputElement | HTMLTextAreaElement
type Snapshot = { readonly value: string; readonly start: number | null; readonly end: number | null }

export const isTextBox = (element: EventTarget | null): element is TextBox =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && /^(text|search|password|email|tel|url|number)$/.test(element.type))

/** What was in the text boxes before a scan typed into them, so that it can be put back. */
export class TypedText {
  readonly #before = new Map<TextBox, Snapshot>()

  /** For each `beforeinput`: only the first one since `forget` finds the text as it was. */
  remember(element: EventTarget | null): void {
    if (!isTextBox(element) || this.#before.has(element)) return
    const { value, selectionStart: start, selectionEnd: end } = element
    this.#before.set(element, { value, start, end })
  }

  forget(): void {
    this.#before.clear()
  }

  putBack(): void {
    for (const [element, { value, start, end }] of this.#before) {
      const hadFocus = element === document.activeElement
      element.blur() // an input method ends its composition, which would overwrite the text
      setValue(element, value)
      if (hadFocus) element.focus()
      element.setSelectionRange(start, end)
    }
    this.forget()
  }
}

/** As if the person had typed the value: React listens to the event, and overrides the element's own setter. */
function setValue(element: TextBox, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, value)
  element.dispatchEvent(new Event('input', { bubbles: true }))
}
