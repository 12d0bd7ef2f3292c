import { expect, test } from 'vitest'
import { readText } from '../../../core/csv/readText.ts'
import { csvFile } from './csvFile.ts'

test('a text is the same in whatever pieces the file is read', async () => {
  const path = csvFile('\ufeff가,"나\r\n다"\r\r\n\n라\r')
  const texts: string[] = []
  for (const size of [1, 2, 3, 5, 1000]) {
    const pieces: string[] = []
    for await (const { text } of readText(path, 'utf-8', size)) pieces.push(text)
    texts.push(pieces.join(''))
  }
  expect(new Set(texts)).toEqual(new Set(['가,"나\n다"\n\n\n라\n']))
})
