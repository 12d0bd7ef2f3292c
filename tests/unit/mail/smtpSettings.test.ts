import { describe, expect, test } from 'vitest'
import { parseSmtpSettings } from '../../../core/index.ts'
import { settingsFor } from '../../support/mails.ts'
import { refusal } from '../../support/seen.ts'

const withHost = (host: string) => async () => parseSmtpSettings({ ...settingsFor(25), host })

describe('a mail server is named without a port:', () => {
  test.for(['localhost', 'mail.example.com', '메일.example.com', '127.0.0.1', '::1'])('%s', async (host) => {
    expect((await withHost(host)()).host).toBe(host)
  })

  test.for(['..', 'mail..example.com', '127.0.0.1:25', '[::1]', 'kim@example.com', 'smtp://mail', 'a b'])(
    'not %s',
    async (host) => {
      const problems = [{ field: 'host', problem: 'invalid' }]
      expect(await refusal(withHost(host)())).toEqual({ code: 'InvalidMessage', details: { problems } })
    },
  )
})
