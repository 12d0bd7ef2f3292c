import type { Import } from './readImports.ts'

/** Drawn from top to bottom. */
export const TOP_FOLDERS = ['renderer', 'electron', 'core', 'desktop']

/** Files that have a box of their own, as the folder's other files are not imported from outside. */
const ENTRANCES: ReadonlySet<string> = new Set(['core/index.ts', 'electron/contract.ts', 'electron/preload.ts'])

/** A Mermaid flowchart: a box for every folder, an arrow from each to those that it imports. */
export function drawArchitecture(imports: readonly Import[]): string {
  const arrows = arrowsOf(imports)
  const boxes = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort()
  return [
    'flowchart TD',
    ...TOP_FOLDERS.flatMap((top) => [
      `  subgraph ${top}`,
      ...boxes.filter((box) => box.split('/')[0] === top).map((box) => `    ${idOf(box)}["${labelOf(box)}"]`),
      '  end',
    ]),
    ...arrows.map(({ from, to, isTypeOnly }) => `  ${idOf(from)} ${isTypeOnly ? '-.->' : '-->'} ${idOf(to)}`),
  ].join('\n')
}

function boxOf(file: string): string {
  if (ENTRANCES.has(file)) return file
  const folders = file.split('/').slice(0, -1)
  return folders.slice(0, folders[1] === 'adapters' ? 3 : 2).join('/')
}

const labelOf = (box: string): string => (box.includes('/') ? box.slice(box.indexOf('/') + 1) : `${box}/*`)

/** One arrow for each pair of boxes, in order; `isTypeOnly` when every import between them is. */
function arrowsOf(imports: readonly Import[]): Import[] {
  const arrows = new Map<string, Import>()
  for (const { from, to, isTypeOnly } of imports) {
    const ends = { from: boxOf(from), to: boxOf(to) }
    const key = `${ends.from} ${ends.to}`
    const known = arrows.get(key)
    if (ends.from !== ends.to) arrows.set(key, { ...ends, isTypeOnly: isTypeOnly && (known?.isTypeOnly ?? true) })
  }
  return [...arrows.keys()].sort().map((key) => arrows.get(key)!)
}

/** The underscore at its end keeps it apart from the names of the folders around the boxes. */
const idOf = (box: string): string => `${box.replaceAll(/\W/g, '_')}_`
