import { z } from 'zod'
import type { PhotoFolder } from '../core/index.ts'
import type { Ipc } from './ipc.ts'

/** Bytes: the window scales pictures to 1600 pixels, of which some have 3 bytes in 10 pixels. */
const LARGEST = 3_000_000
const JPEG = [0xff, 0xd8, 0xff]

const picture = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= LARGEST && JPEG.every((byte, at) => bytes[at] === byte))

/** Keeps the photos that people attach to what they enter. Their window shows them by `app://bundle/photos/…`. */
export function servePhotos(ipc: Ipc, photos: () => PhotoFolder): void {
  ipc.serve('keepPhoto', z.tuple([picture]), (picture) => photos().keep(picture))
}
