/** Units and the day on which they arrive, such as "5 (2031-05-01), 3 (2031-06-01)"; null: none. */
export const shipmentsText = (shipments: readonly { readonly eta: string; readonly qty: number }[]): string | null =>
  shipments.map(({ eta, qty }) => `${qty} (${eta})`).join(', ') || null
