import type { Screen } from '../navigation.ts'

/** One scan, and what came of it. */
export type Scan = {
  readonly id: string
  /** Milliseconds since 1970; of two scans in one window never the same. */
  readonly at: number
  readonly code: string
  /** The screen that was open. */
  readonly from: Screen
  readonly result: ScanResult
  /** The person said that nothing is to come of it. */
  readonly isDismissed?: true
}

/**
 * `waiting`: for those before it; `interrupted`: the app was closed while it waited; `repeat`: of the one right before it;
 * `dialogOpen`, `unconfirmed`: refused, since a dialog waited for an answer, or the batch `ref` had an entry that was not confirmed;
 * `failed`: the batches could not be read;
 * `tried`: on the screen of the settings, where it leads nowhere;
 * `filledIn`: a form for what is received or ordered has it; `notFilledIn`: something else was entered there.
 */
export type ScanResult =
  | { readonly kind: 'waiting' | 'interrupted' | 'repeat' | 'notFound' | 'several' | 'dialogOpen' | 'failed' }
  | { readonly kind: 'opened' | 'unconfirmed'; readonly ref: string }
  | { readonly kind: 'filledIn' | 'notFilledIn' | 'tried' }
  | { readonly kind: 'confirmedAndOpened'; readonly ref: string; readonly confirmed: string }

type Opened = Extract<ScanResult, { kind: 'opened' | 'confirmedAndOpened' }>
export const wasOpened = (result: ScanResult): result is Opened =>
  result.kind === 'opened' || result.kind === 'confirmedAndOpened'

/** Nobody has to ask what became of it. */
export const wasTaken = (result: ScanResult): boolean =>
  wasOpened(result) || result.kind === 'filledIn' || result.kind === 'tried'

/** The scans that a person has yet to deal with, the newest first: of each code the last one, unless it was taken or dismissed. */
export function openScans(scans: readonly Scan[]): Scan[] {
  const last = new Map<string, Scan>()
  for (const scan of scans) {
    if (scan.result.kind === 'repeat') continue
    last.set(scan.code, scan)
    if (wasOpened(scan.result)) last.set(scan.result.ref, scan)
  }
  const open = (scan: Scan) => !wasTaken(scan.result) && !scan.isDismissed && scan.result.kind !== 'waiting'
  return [...last.values()].filter(open).toSorted((a, b) => b.at - a.at)
}
