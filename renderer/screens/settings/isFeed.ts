/** Whether new versions may come from there: over HTTPS, or from this computer; empty: they come from nowhere. */
export function isFeed(address: string): boolean {
  if (address === '') return true
  const url = URL.parse(address)
  const isOurs = url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)
  return url !== null && (url.protocol === 'https:' || isOurs)
}
