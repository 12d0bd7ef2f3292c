import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'
import { bundled } from '../../support/kills/bundled.ts'
import { after, inTwoLanes, random, runUntilKilled } from '../../support/kills/childProcess.ts'
import { expectWhole, written } from '../../support/kills/wholeAfterKills.ts'

const FILES = 10
const KILLS = 11 // of the processes that work on one file, one after another

test('whenever the process is killed, every message that was answered is whole, and no other is half there', async () => {
  const sender = await bundled(join(import.meta.dirname, '../../support/processes/sender.ts'))
  const next = random(1)
  let killed = 0
  await inTwoLanes(FILES, async () => {
    const file = temporaryFile()
    const answered = new Set<string>()
    for (let kill = 0; kill < KILLS; kill++) {
      const first = existsSync(file) ? written(file).length : 0
      const { lines, signal } = await runUntilKilled(sender, [file, String(first)], after(1 + next(12), next(5)))
      for (const id of lines) answered.add(id)
      if (signal === 'SIGKILL') killed++
    }
    await expectWhole(file, answered, KILLS)
  })
  expect(killed).toBe(FILES * KILLS)
})
