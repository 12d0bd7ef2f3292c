/** Calls through at most once in `interval` milliseconds; calls in between are dropped. The first passes at once. */
export function throttle<Args extends unknown[]>(
  interval: number,
  call: (...args: Args) => void,
): (...args: Args) => void {
  let last = Number.NEGATIVE_INFINITY
  return (...args) => {
    const now = performance.now()
    if (now - last < interval) return
    last = now
    call(...args)
  }
}
