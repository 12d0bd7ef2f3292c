import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type MessageInput, saveSheet } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, countOn, post, sheet } from '../../support/scenario/messages.ts'

const headings = {
  ref: 'Batch',
  sku: 'SKU',
  expected: 'Expected',
  qty: 'Found',
  difference: 'Difference',
  by: 'Last by',
}

async function saved(...messages: MessageInput[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'A.csv')
  await saveSheet(path, await given(batch('=b1', 4711), batch('b2', 5), ...messages), 'A', headings)
  return readFileSync(path, 'utf8').split('\r\n')
}

test('a blind sheet is saved with empty cells instead of what it does not tell', async () => {
  expect(await saved(sheet('A', ['=b1', 'b2']), countOn('A', '=b1', 4710))).toEqual([
    '\ufeffBatch,SKU,Expected,Found,Difference,Last by',
    ...['"\'=b1",SMALL-TABLE,,,,', 'b2,SMALL-TABLE,,,,', ''],
  ])
})

test('a sheet that is posted is saved with all of it', async () => {
  expect(await saved(sheet('A', ['=b1', 'b2']), countOn('A', '=b1', 4710), post('A'))).toEqual([
    '\ufeffBatch,SKU,Expected,Found,Difference,Last by',
    ...['"\'=b1",SMALL-TABLE,4711,4710,-1,', 'b2,SMALL-TABLE,5,,,', ''],
  ])
})
