import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as the server got it. `headers` have small letters, and are decoded as a mail program shows them. */
export type Received = {
  readonly from: string
  readonly to: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** What the server does with a mail that it has read: a number is an answer, such as 250, 450 or 550. */
export type Reaction = number | 'dies' | 'says nothing'

export type TestServer = {
  readonly port: number
  /** Everything that it has read, accepted or not. */
  readonly received: readonly Received[]
  /** How often somebody connected. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/** A real SMTP server on this machine, which does to each mail in turn what it is told, and accepts the others. */
export async function startSmtpServer(
  reactions: Reaction[] = [],
  { port = 0, ...options }: SMTPServerOptions & { port?: number } = {},
): Promise<TestServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const smtp = new SMTPServer({
    logger: false, // not even of its built-in certificate, which is meant not to be trusted
    authOptional: true,
    onData: (stream, { envelope }, answer) => {
      const [from, to] = [addressOf(envelope.mailFrom), envelope.rcptTo.map(addressOf)]
      void text(stream).then((raw) => {
        received.push({ from, to, ...parse(raw) })
        const reaction = reactions.shift() ?? 250
        if (reaction === 'dies') for (const socket of sockets) socket.destroy()
        else if (reaction === 250) answer()
        else if (reaction !== 'says nothing')
          answer(Object.assign(new Error('as it was told'), { responseCode: reaction }))
      })
    },
    ...options,
  })
  smtp.on('error', () => {}) // sockets that were destroyed
  smtp.server.on('connection', (socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  smtp.listen(port, '127.0.0.1')
  await once(smtp.server, 'listening')
  return {
    port: (smtp.server.address() as AddressInfo).port,
    received,
    connections: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => smtp.close(() => resolve()))
    },
  }
}

const addressOf = (address: { address: string } | false): string => (address ? address.address : '')

/** RFC 2047 */
const decodeWords = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?\s]*)\?=/gi, (_word, encoding: string, data: string) =>
      encoding.toLowerCase() === 'b'
        ? Buffer.from(data, 'base64').toString()
        : decodeURIComponent(data.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, '%$1')),
    )

function parse(raw: string): Pick<Received, 'headers' | 'text'> {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n\s+/g, ' ').split('\r\n')
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    decodeWords(line.slice(line.indexOf(':') + 2)),
  ])
  return { headers: Object.fromEntries(headers), text: body.join('\n\n').replaceAll('\r\n', '\n').trimEnd() }
}
