import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { behindItsBack } from '../support/databaseFile.ts'
import { givenIn } from '../support/given.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'

const sender = fileURLToPath(new URL('../support/sender.ts', import.meta.url))

/** Lets the sender go on from this number until it has written so many messages, then kills it. Answers their ids. */
async function sendUntilKilled(file: string, first: number, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, [sender, file, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text
    if (printed.split('\n').length > enough) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error('the sender ended by itself')
  return printed.split('\n').slice(0, -1)
}

test('whenever the process is killed, every message that was answered is there, and none is half there', async () => {
  const file = temporaryFile()
  let sent = 0
  for (const enough of [4, 33, 58]) {
    const answered = await sendUntilKilled(file, sent, enough)
    const stored = idsIn(file).slice(sent)
    // The last may have been written without having been answered.
    expect([answered, [...answered, `m${sent + answered.length}`]]).toContainEqual(stored)
    const warehouse = await givenIn(file)
    expect(await warehouse.check()).toEqual([])
    await warehouse.close()
    sent += stored.length
  }
})

const idsIn = (file: string): unknown[] =>
  behindItsBack(file, (db) => db.prepare('SELECT id FROM history WHERE cause IS NULL ORDER BY seq').pluck().all())
