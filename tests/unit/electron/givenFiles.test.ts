import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { GivenFiles } from '../../../electron/givenFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'given-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'stock.CSV'), 'x')

test('a file on a command line is taken once, from the folder that the command ran in', () => {
  const given = new GivenFiles()
  expect(given.addFrom(['.', '--flag', 'stock.CSV'], folder)).toBe(true)
  expect([given.take(), given.take()]).toEqual([join(folder, 'stock.CSV'), null])
})

test('switches, folders, other files and those that are not there are no files to import', () => {
  const given = new GivenFiles()
  expect(given.addFrom(['--x=stock.CSV', '.', 'app.asar', 'missing.csv'], folder)).toBe(false)
  expect(given.take()).toBeNull()
})
