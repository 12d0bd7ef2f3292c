import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openWarehouse } from '../../core/index.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenServer, standing, transportTo } from '../support/mail/mails.ts'

const mailing = fileURLToPath(new URL('../support/processes/mailingProcess.ts', import.meta.url))

test('a mail that was taken when the process was killed goes out once more, and can be recognised', async () => {
  const database = temporaryFile()
  const server = await givenServer(['says nothing'])
  const child = spawn(process.execPath, [mailing, database, String(server.port)], { stdio: 'inherit' })
  await expect.poll(() => server.received.length, { timeout: 20_000, interval: 5 }).toBe(1)
  child.kill('SIGKILL')
  await once(child, 'close')

  const warehouse = await openWarehouse({ database })
  const before = await standing(warehouse)
  warehouse.mail.start(transportTo(server.port))
  await warehouse.mail.sendDue()
  expect([before, await standing(warehouse)]).toEqual([['SMALL-TABLE waiting 0'], ['SMALL-TABLE sent 1']])
  expect(server.received[1]).toEqual(server.received[0])
  await warehouse.close()
})
