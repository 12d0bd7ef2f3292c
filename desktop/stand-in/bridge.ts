// biome-ignore lint/suspicious/noExplicitAny: whatever the two worlds of a page hand to each other
type Untyped = any
type Settle = { resolve: (value: unknown) => void; reject: (error: unknown) => void }

/**
 * One end of the bridge between two worlds of a page, what Electron calls the context bridge: functions and promises become proxies,
 * the rest is cloned by the browser. Sent to Chromium as text, so it is self-contained.
 *
 * @param secret known to the two ends only, so that the page can neither listen nor speak
 */
export function bridge(secret: string, me: string, other: string) {
  const functions = new Map<number, (...args: Untyped[]) => unknown>()
  const promises = new Map<number, Settle>()
  const { dispatchEvent } = window // before the page can replace it
  let last = 0
  let reply: Untyped
  const post = (message: object): Untyped => {
    reply = undefined
    dispatchEvent.call(window, new CustomEvent(secret + other, { detail: message }))
    return reply
  }

  const isPlain = (value: Untyped) =>
    !!value && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
  /** Copies arrays and plain objects, each once (so cycles survive), and everything through `leaf`. */
  const copy = (root: Untyped, leaf: (value: Untyped) => Untyped): Untyped => {
    const seen = new Map<object, Untyped>()
    const walk = (value: Untyped): Untyped => {
      const special = leaf(value)
      if (special !== value || !isPlain(value)) return special
      if (seen.has(value)) return seen.get(value)
      const target: Untyped = Array.isArray(value) ? [] : {}
      seen.set(value, target)
      for (const key of Object.keys(value)) target[key] = walk(value[key])
      return target
    }
    return walk(root)
  }

  const pack = (root: Untyped): Untyped =>
    copy(root, (value) => {
      if (typeof value === 'function') {
        functions.set(++last, value)
        return { $function: last }
      }
      if (!(value instanceof Promise)) return value
      const id = ++last
      value.then(
        (result) => post({ settle: id, value: pack(result) }),
        (error) => post({ settle: id, error }),
      )
      return { $promise: id }
    })
  const unpack = (root: Untyped): Untyped =>
    copy(root, (value) => {
      if (value?.$promise) return new Promise((resolve, reject) => promises.set(value.$promise, { resolve, reject }))
      if (!value?.$function) return value
      return (...args: unknown[]) => {
        const answer = post({ call: value.$function, args: pack(args) })
        if ('error' in answer) throw answer.error
        return unpack(answer.value)
      }
    })

  const call = (id: number, args: Untyped) => {
    try {
      return { value: pack(functions.get(id)?.(...unpack(args))) }
    } catch (error) {
      return { error }
    }
  }
  const settle = (message: { settle: number; value?: Untyped; error?: unknown }) => {
    const promise = promises.get(message.settle)
    promises.delete(message.settle)
    if ('error' in message) promise?.reject(message.error)
    else promise?.resolve(unpack(message.value))
  }
  const expose = (name: string, value: Untyped) =>
    Object.defineProperty(window, name, { value: Object.freeze(unpack(value)), enumerable: true })

  window.addEventListener(secret + me, (event) => {
    const message = (event as CustomEvent).detail
    if ('expose' in message) expose(message.expose, message.value)
    else if ('call' in message) post({ reply: call(message.call, message.args) })
    else if ('settle' in message) settle(message)
    else reply = message.reply
  })
  return { expose: (name: string, value: unknown) => post({ expose: name, value: pack(value) }) }
}
