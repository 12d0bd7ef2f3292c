import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { isIn, isOf, readSigned, releaseFile } from '../../../electron/updates/signedFeed.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const text = 'version: 2.0.0\n'
const signature = sign(null, Buffer.from(text), privateKey).toString('base64')

/** A feed that has these files. */
const serving =
  (files: Readonly<Record<string, string>>): typeof fetch =>
  async (url) => {
    const content = files[`${url}`]
    return new Response(content ?? null, { status: content === undefined ? 404 : 200 })
  }

const from = (files: Readonly<Record<string, string>>, by = key) =>
  readSigned('https://feed.example/app', 'latest.yml', by, serving(files)).catch(({ fault }) => fault)

const at = 'https://feed.example/app/latest.yml'

test('a file that the owner of the key has signed is read', async () => {
  expect(await from({ [at]: text, [`${at}.sig`]: `${signature}\n` })).toBe(text)
})

test('any other is refused, and why is said', async () => {
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const signed = { [at]: text, [`${at}.sig`]: signature }
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const rsaKey = rsa.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  expect(
    await Promise.all([
      from({}),
      from({ [at]: text }),
      from({ ...signed, [at]: `${text} ` }),
      from({ ...signed, [`${at}.sig`]: '' }),
      from(signed, other),
      from(signed, ''),
      from(signed, rsaKey),
    ]),
  ).toEqual(['unreachable', 'unsigned', 'badSignature', 'badSignature', 'badSignature', 'badKey', 'badKey'])
})

test('what was read must be what was signed', () => {
  const sha512 = 'x'.repeat(86)
  const signed = `version: 2.0.0\nfiles:\n  - sha512: ${sha512}\n`
  expect(isOf({ version: '2.0.0', files: [{ sha512 }] }, signed)).toBe(true)
  expect(isOf({ version: '2.0.1', files: [{ sha512 }] }, signed)).toBe(false)
  expect(isOf({ version: '2.0.0', files: [{ sha512 }, { sha512: 'y'.repeat(86) }] }, signed)).toBe(false)
  expect(isOf({ version: '2.0.0', files: [] }, signed)).toBe(false)
})

test('notes count only when they were signed, however their lines are broken', () => {
  const signed = 'releaseNotes: |-\n  Forks arrive earlier.\n\n  Lamps, too.\nreleaseDate: now\n'
  expect(isIn('Forks arrive earlier.\n\nLamps, too.', signed)).toBe(true)
  expect(isIn('Forks arrive earlier. Call this number.', signed)).toBe(false)
})

test('each system has its own file', () => {
  expect([
    releaseFile('win32', 'x64'),
    releaseFile('darwin', 'arm64'),
    releaseFile('linux', 'x64'),
    releaseFile('linux', 'arm64'),
  ]).toEqual(['latest.yml', 'latest-mac.yml', 'latest-linux.yml', 'latest-linux-arm64.yml'])
})
