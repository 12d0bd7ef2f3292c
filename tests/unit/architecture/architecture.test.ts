import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage } from '../../architecture/architecturePage.ts'
import { drawArchitecture } from '../../architecture/drawArchitecture.ts'
import { readImports } from '../../architecture/readImports.ts'
import { temporaryFolder } from '../../support/files/temporaryFolder.ts'

test('the picture in docs/architecture.md is what the code is: `npm run architecture` draws it anew', () => {
  const { committed, redrawn } = readPage()
  expect(committed).toBe(redrawn)
})

test('an arrow is dotted when only types are imported', () => {
  const lines = drawArchitecture([
    { from: 'renderer/ui/Grid.tsx', to: 'electron/contract.ts', isTypeOnly: true },
    { from: 'electron/ipc.ts', to: 'core/index.ts', isTypeOnly: true },
    { from: 'electron/main.ts', to: 'core/index.ts', isTypeOnly: false },
    { from: 'core/csv/kinds.ts', to: 'core/csv/cells.ts', isTypeOnly: false },
  ]).split('\n')
  expect(lines.filter((line) => line.includes('>'))).toEqual([
    '  electron_ --> core_index_ts_',
    '  renderer_ui_ -.-> electron_contract_ts_',
  ])
})

describe('whether an import is of types only:', () => {
  test.for([
    ["import { a } from './b.ts'", false],
    ["import type { A } from './b.ts'", true],
    ["import { type A, type B } from './b.ts'", true],
    ["import { type A, b } from './b.ts'", false],
    ["import {\n  type A,\n  b,\n} from './b.ts'", false],
    ["import b, { type A } from './b.ts'", false],
    ["export type * from './b.ts'", true],
    ["export * from './b.ts'", false],
    ["import './b.ts'", false],
  ] as const)('%s', ([source, isTypeOnly]) => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'core'))
    writeFileSync(join(root, 'core/a.ts'), source)
    expect(readImports(root, ['core'])).toEqual([{ from: 'core/a.ts', to: 'core/b.ts', isTypeOnly }])
  })
})
