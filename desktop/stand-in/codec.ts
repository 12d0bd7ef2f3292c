// biome-ignore lint/suspicious/noExplicitAny: what was encoded may be of any type
type Untyped = any

// Structured clone as text: what JSON cannot say becomes a tagged array `['$', tag, …]`. Objects are numbered in the order in which
// they are met, and an object met again is its number. Both functions are also sent to Chromium as text, so each is self-contained.

/** Throws, as structuredClone does, on what cannot cross: functions and symbols. */
export function encode(root: unknown): string {
  const seen = new Map<object, number>()
  const walk = (value: unknown): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value
    if (typeof value !== 'object') return ['$', typeof value, Object.is(value, -0) ? '-0' : String(value)]
    const known = seen.get(value)
    if (known !== undefined) return ['$', 'seen', known]
    seen.set(value, seen.size)
    return tagged(value) ?? (Array.isArray(value) ? value.map(walk) : plain(value))
  }
  const plain = (value: object) => Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]))
  const tagged = (value: object): unknown[] | undefined => {
    if (value instanceof Date) return ['$', 'Date', value.getTime()]
    if (value instanceof RegExp) return ['$', 'RegExp', value.source, value.flags]
    if (value instanceof Map) return ['$', 'Map', [...value].map(([key, item]) => [walk(key), walk(item)])]
    if (value instanceof Set) return ['$', 'Set', [...value].map(walk)]
    if (value instanceof ArrayBuffer) return ['$', 'ArrayBuffer', [...new Uint8Array(value)]]
    if (ArrayBuffer.isView(value))
      return ['$', value.constructor.name, [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]]
    if (value instanceof Error)
      return ['$', 'Error', value.name, value.message, value.stack, 'cause' in value ? [walk(value.cause)] : []]
    return Array.isArray(value) && value[0] === '$' ? ['$', 'Array', value.map(walk)] : undefined
  }
  return JSON.stringify(walk(structuredClone(root)))
}

export function decode(text: string): Untyped {
  const made: unknown[] = []
  const keep = <T>(value: T): T => {
    made.push(value) // before what it holds, which may refer back to it
    return value
  }
  const list = (items: unknown[]) => {
    const array = keep<unknown[]>([])
    for (const item of items) array.push(walk(item))
    return array
  }
  const plain = (value: object) => {
    const target = keep({})
    for (const [key, item] of Object.entries(value)) // defined, since assigning to __proto__ would not add a key
      Object.defineProperty(target, key, { value: walk(item), writable: true, enumerable: true, configurable: true })
    return target
  }
  const make: Record<string, (...data: Untyped[]) => unknown> = {
    undefined: () => undefined,
    number: Number,
    bigint: BigInt,
    seen: (index) => made[index],
    Array: list,
    Date: (time) => keep(new Date(time ?? Number.NaN)), // JSON makes null of an invalid date's time
    RegExp: (source, flags) => keep(new RegExp(source, flags)),
    ArrayBuffer: (bytes) => keep(new Uint8Array(bytes).buffer),
    Map: (entries) => {
      const map = keep(new Map())
      for (const [key, item] of entries) map.set(walk(key), walk(item))
      return map
    },
    Set: (items) => {
      const set = keep(new Set())
      for (const item of items) set.add(walk(item))
      return set
    },
    Error: (name, message, stack, [cause]: unknown[]) => {
      const error = keep(Object.assign(new ((globalThis as Untyped)[name] ?? Error)(message), { stack }))
      if (cause !== undefined) error.cause = walk(cause)
      return error
    },
  }
  const view = (type: string) => (bytes: number[]) =>
    keep<unknown>(new (globalThis as Untyped)[type](new Uint8Array(bytes).buffer))
  const walk = (value: Untyped): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (!Array.isArray(value)) return plain(value)
    if (value[0] !== '$') return list(value)
    const [, tag, ...data] = value
    return (make[tag] ?? view(tag))(...(data as [Untyped]))
  }
  return walk(JSON.parse(text))
}
