import { createPublicKey, verify } from 'node:crypto'

/** What a feed says of the newest version, as electron-updater reads it. */
export type Release = { readonly version: string; readonly files: readonly { readonly sha512: string }[] }

/** `unreachable`: the feed. `unsigned`: it has no signature. `badKey`: the key is none. `badSignature`: it is not of this key. */
export type FeedFault = 'unreachable' | 'unsigned' | 'badKey' | 'badSignature'

export class FeedError extends Error {
  readonly fault: FeedFault
  constructor(fault: FeedFault, cause?: unknown) {
    super(`the feed is refused: ${fault}`, { cause })
    this.name = 'FeedError'
    this.fault = fault
  }
}

/** The file of a generic feed that describes the newest version for a system, as electron-builder names it. */
export function releaseFile(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'darwin') return 'latest-mac.yml'
  if (platform !== 'linux') return 'latest.yml'
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`
}

/**
 * Whether the feed's file is one that the owner of the key has signed: beside it lies a file of the same name and `.sig`, with the
 * Ed25519 signature in base64.
 * @param key the public key, in base64 of its DER (SPKI)
 * @returns the file's text, which has the SHA-512 of every package
 * @throws FeedError
 */
export async function readSigned(feed: string, file: string, key: string, get: typeof fetch): Promise<string> {
  const read = async (name: string): Promise<string | null> => {
    const url = new URL(name, feed.endsWith('/') ? feed : `${feed}/`)
    const answer = await get(url.href, { cache: 'no-store', signal: AbortSignal.timeout(30_000) }).catch((error) => {
      throw new FeedError('unreachable', error)
    })
    return answer.ok ? answer.text() : null
  }
  const text = await read(file)
  if (text === null) throw new FeedError('unreachable')
  const signature = await read(`${file}.sig`)
  if (signature === null) throw new FeedError('unsigned')
  if (!isSigned(text, signature, key)) throw new FeedError('badSignature')
  return text
}

function isSigned(text: string, signature: string, key: string): boolean {
  const publicKey = parseKey(key)
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature.trim(), 'base64'))
}

function parseKey(key: string) {
  try {
    const parsed = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    if (parsed.asymmetricKeyType === 'ed25519') return parsed
  } catch (error) {
    throw new FeedError('badKey', error)
  }
  throw new FeedError('badKey')
}

/** Whether the text has these words, one after the other, however it breaks and indents lines. */
export const isIn = (words: string, text: string): boolean => inOneLine(text).includes(inOneLine(words))

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Whether what electron-updater read is in the text that was signed: the version, and the hash of each package. */
export const isOf = ({ version, files }: Release, text: string): boolean =>
  files.length > 0 &&
  text.split(/\s+/).includes(version) &&
  files.every(({ sha512 }) => sha512.length > 80 && text.split(/\s+/).includes(sha512))
