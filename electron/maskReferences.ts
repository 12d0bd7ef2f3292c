/** When a line of the log was written, and how bad it is. */
const HEAD = /^\[[\d-]+ [\d:.]+\] \[\w+\]\s*/
/** Whatever stands in quotation marks, and words that are joined or have digits, as references, SKUs, orders and names of files do. */
const NAMES =
  /(["'`“”‘’])(?:(?!\1).)+\1|[\p{L}\p{N}]*(?:\p{N}\p{L}|\p{L}[-_./@]\p{N}|\p{L}\p{N}|\p{N}[-_./]\p{L})[\p{L}\p{N}._/@-]*|\p{Lu}[\p{Lu}\p{N}]*(?:[-_]\p{Lu}[\p{Lu}\p{N}]*)+|[^\s@]+@[^\s@]+/gu
/** Where in the code, which tells who helps most. */
const PLACE = /^\s*at |\.(?:ts|js|cjs|mjs):\d+/

/** The text without what could be a reference, a name or an address in it. Places in the code stay. */
export function maskReferences(line: string): string {
  if (PLACE.test(line)) return line.replace(/\((?:file:\/\/)?\/?.*\/(?=[^/]+\))/, '(')
  const head = HEAD.exec(line)?.[0] ?? ''
  return head + line.slice(head.length).replace(NAMES, '***')
}
