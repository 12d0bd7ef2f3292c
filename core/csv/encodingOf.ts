import { CsvError } from './csvError.ts'
import { type CsvEncoding, readBytes, readText } from './readText.ts'

/** Bytes read at once. */
const PIECE = 256 * 1024

/**
 * UTF-16 when the file has its byte order mark; UTF-8 when all of the file is valid UTF-8, which Korean text in CP949 never
 * is by chance; otherwise CP949. Reads the whole file, piece by piece.
 * @throws CsvError UnreadableFile, UnknownEncoding, BinaryFile; the signal's reason when it is aborted
 */
export async function encodingOf(path: string, signal?: AbortSignal): Promise<CsvEncoding> {
  for (const encoding of candidates(await beginningOf(path))) if (await decodes(path, encoding, signal)) return encoding
  throw new CsvError('UnknownEncoding', {})
}

async function beginningOf(path: string): Promise<Uint8Array> {
  for await (const bytes of readBytes(path)) return bytes
  return new Uint8Array()
}

function candidates(bytes: Uint8Array): readonly CsvEncoding[] {
  const beginsWith = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)
  if (beginsWith(0xff, 0xfe)) return ['utf-16le']
  if (beginsWith(0xfe, 0xff)) return ['utf-16be']
  if (beginsWith(0xef, 0xbb, 0xbf)) return ['utf-8']
  if (bytes.includes(0)) throw new CsvError('BinaryFile', {})
  return ['utf-8', 'cp949']
}

async function decodes(path: string, encoding: CsvEncoding, signal?: AbortSignal): Promise<boolean> {
  try {
    for await (const _ of readText(path, encoding, PIECE)) signal?.throwIfAborted()
    return true
  } catch (error) {
    if (error instanceof CsvError && error.code === 'UnknownEncoding') return false
    throw error
  }
}
