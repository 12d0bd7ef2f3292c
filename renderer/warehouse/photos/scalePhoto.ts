const LONGEST_SIDE = 1600 // pixels
const LARGEST_FILE = 50_000_000 // bytes: a picture that is larger takes all memory to read
const QUALITY = 0.82

/** `tooLarge`: to be read at all. `noPicture`: none that Chromium knows, or a damaged one. */
export class PhotoRefused extends Error {
  readonly reason: 'tooLarge' | 'noPicture'

  constructor(reason: PhotoRefused['reason']) {
    super(reason)
    this.reason = reason
  }
}

/**
 * The picture as a JPEG whose longer side has at most 1600 pixels, upright, without what else its file told, such as the place.
 * @throws PhotoRefused
 */
export async function scalePhoto(file: Blob): Promise<Uint8Array> {
  if (file.size > LARGEST_FILE) throw new PhotoRefused('tooLarge')
  const picture = await createImageBitmap(file).catch(() => {
    throw new PhotoRefused('noPicture')
  })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)))
  const canvas = new OffscreenCanvas(width!, height!)
  const context = canvas.getContext('2d')!
  context.fillStyle = '#fff' // JPEG knows no transparency
  context.fillRect(0, 0, width!, height!)
  context.drawImage(picture, 0, 0, width!, height!)
  picture.close()
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  return new Uint8Array(await jpeg.arrayBuffer())
}
