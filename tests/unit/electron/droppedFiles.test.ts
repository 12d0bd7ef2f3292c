import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { DroppedFiles } from '../../../electron/droppedFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'dropped-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const part = (id: string, name: string, text: string, isLast: boolean) => ({
  id,
  name,
  bytes: new TextEncoder().encode(text),
  isLast,
})

test('the parts of a file become one file of its name, in the place of the one before', async () => {
  const files = new DroppedFiles<object>(folder)
  const window = {}
  expect(await files.take(window, part('1', 'a.csv', 'ref,', false))).toBeNull()
  const path = await files.take(window, part('1', 'a.csv', 'sku', true))
  expect(readFileSync(path!, 'utf8')).toBe('ref,sku')
  expect(basename(path!)).toBe('a.csv')
  expect(files.has(path!)).toBe(true)
  const next = await files.take(window, part('2', 'b.csv', 'x', true))
  expect([existsSync(path!), existsSync(next!)]).toEqual([false, true])
})

test('a name leads to no other folder', async () => {
  const files = new DroppedFiles<object>(folder)
  for (const name of ['../../evil.csv', '..\\evil.csv', '', '.', '..', 'a/b.csv', `${'재고'.repeat(100)}.csv`]) {
    const path = await files.take({}, part('3', name, 'x', true))
    expect(dirname(path!)).toBe(join(folder, '3'))
  }
})

test('what an earlier run left behind is removed', async () => {
  await new DroppedFiles<object>(folder).clear()
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
})
