import { code128, drawingSVG, qrcode } from 'bwip-js/browser'
import { useMemo } from 'react'

type Props = {
  /** `code128` cannot write all texts, such as Hangul: of those it is a QR code. */
  kind: 'code128' | 'qrcode'
  text: string
  /** Its size, in mm or as large as its place: bars and modules keep their proportions. */
  className?: string | undefined
}

/** What Code 128 can write. */
const ASCII = /^[\x20-\x7e]+$/

/**
 * A barcode without its text, as a drawing that stays sharp at any size and on paper. The library is large: what shows it is
 * imported when it is shown, not with the app.
 */
export function Barcode({ kind, text, className }: Props) {
  const source = useMemo(() => {
    const isLinear = kind === 'code128' && ASCII.test(text)
    const draw = isLinear ? code128 : qrcode
    const svg = draw({ bcid: isLinear ? 'code128' : 'qrcode', text, ...(isLinear && { height: 10 }) }, drawingSVG())
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [kind, text])
  return <img className={className} src={source} alt={text} />
}
