import { createReadStream } from 'node:fs'
import { Cp949Decoder } from './cp949.ts'
import { CsvError } from './csvError.ts'

export type CsvEncoding = 'utf-8' | 'cp949' | 'utf-16le' | 'utf-16be'

/** `bytes`: how much of the file was read, including this piece. */
export type TextPiece = { readonly text: string; readonly bytes: number }

/** Bytes read at once. */
const PIECE = 16 * 1024

/**
 * The text of a file of any size, piece by piece, without its byte order mark, and with line feeds for all line breaks.
 * @param size the bytes read at once
 * @throws CsvError UnreadableFile, UnknownEncoding when it is in another encoding, BinaryFile when it has NUL characters
 */
export async function* readText(path: string, encoding: CsvEncoding, size = PIECE): AsyncGenerator<TextPiece> {
  const decode = decoderOf(encoding)
  let bytes = 0
  let held = '' // a carriage return, until it is known whether a line feed follows
  for await (const piece of readBytes(path, size)) {
    bytes += piece.length
    const text = held + decode(piece, true)
    held = text.endsWith('\r') ? '\r' : ''
    yield { text: withLineFeeds(held === '' ? text : text.slice(0, -1)), bytes }
  }
  yield { text: withLineFeeds(held + decode(new Uint8Array(), false)), bytes }
}

/** @throws CsvError UnreadableFile */
export async function* readBytes(path: string, size = PIECE): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: size })
  } catch (error) {
    throw unreadable(error)
  }
}

/** Makes a CsvError UnreadableFile of an error of the file system; any other error is a bug and is returned as it is. */
export function unreadable(error: unknown): unknown {
  return error instanceof Error && 'syscall' in error && 'code' in error
    ? new CsvError('UnreadableFile', { errno: String(error.code) })
    : error
}

function decoderOf(encoding: CsvEncoding): (bytes: Uint8Array, stream: boolean) => string {
  const decoder = encoding === 'cp949' ? new Cp949Decoder() : new TextDecoder(encoding, { fatal: true })
  return (bytes, stream) => {
    const text = decoded(() => decoder.decode(bytes, { stream }))
    if (text.includes('\0')) throw new CsvError('BinaryFile', {})
    return text
  }
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch (error) {
    if (error instanceof TypeError) throw new CsvError('UnknownEncoding', {})
    throw error
  }
}

const withLineFeeds = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
