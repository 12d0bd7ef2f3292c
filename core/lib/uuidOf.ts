import { hash } from 'node:crypto'

/**
 * The UUID that a text names: of the same text it is always the same. It is of version 8, cut out of the text's SHA-256, as
 * RFC 9562 shows in appendix B.2.
 */
export function uuidOf(text: string): string {
  const digest = Buffer.from(hash('sha256', text), 'hex')
  digest[6] = (digest[6]! & 0x0f) | 0x80 // the version
  digest[8] = (digest[8]! & 0x3f) | 0x80 // the variant
  return uuidText(digest.subarray(0, 16))
}

/** As RFC 9562 writes the 16 bytes of a UUID. */
export const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
