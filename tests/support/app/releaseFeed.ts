import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A generic feed on this computer, as electron-builder lays it out for AppImages, with the signature that the app wants. */
export async function releaseFeed(version: string, notes: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const program = Buffer.from(`#!/bin/sh\n# Warehouse ${version}\n`)
  const sha512 = createHash('sha512').update(program).digest('base64')
  const release = [
    `version: ${version}`,
    'files:',
    '  - url: Warehouse.AppImage',
    `    sha512: ${sha512}`,
    `    size: ${program.length}`,
    'path: Warehouse.AppImage',
    `sha512: ${sha512}`,
    `releaseNotes: ${JSON.stringify(notes)}`,
    "releaseDate: '2031-03-02T10:00:00.000Z'",
  ].join('\n')
  const file = process.arch === 'x64' ? '/latest-linux.yml' : `/latest-linux-${process.arch}.yml`
  const files = new Map<string, string | Buffer>([
    [file, release],
    [`${file}.sig`, sign(null, Buffer.from(release), privateKey).toString('base64')],
    ['/Warehouse.AppImage', program],
  ])
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    asked.push(pathname)
    const content = files.get(pathname)
    response.writeHead(content === undefined ? 404 : 200).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    program,
    asked,
    /** undefined: it is not there. */
    change: (name: 'release' | 'signature', text: string | undefined) => {
      const path = name === 'release' ? file : `${file}.sig`
      if (text === undefined) files.delete(path)
      else files.set(path, text)
      return release
    },
    signature: files.get(`${file}.sig`) as string,
    release,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
