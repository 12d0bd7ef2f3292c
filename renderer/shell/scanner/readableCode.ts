import { GROUP_SEPARATOR, readElementString, writeElements } from '../../warehouse/scans/elementString.ts'

/** `]C1` and the like: the AIM symbology identifier, which some scanners put before the code (ISO/IEC 15424). */
const AIM = /^\][A-Za-z][0-9A-Za-z](?=.)/
/** Those of symbols whose data is in the syntax of GS1. */
const GS1 = /^\](C1|d2|e[0-3]|J1|Q3)/

/** The code without its symbology identifier; data that is marked as GS1's as people read it: `(10)LOT-7(37)20`. */
export function readableCode(scanned: string): string {
  const code = scanned.replace(AIM, '').trim()
  const isMarked = GS1.test(scanned) && !code.startsWith('(') && !code.startsWith(GROUP_SEPARATOR)
  const marked = isMarked ? GROUP_SEPARATOR + code : code
  const elements = marked.includes(GROUP_SEPARATOR) ? readElementString(marked) : null
  return elements ? writeElements(elements) : code.replaceAll(GROUP_SEPARATOR, ' ')
}
