import { z } from 'zod'

const MAX_FIELDS = 100

/** An object whose fields the core checks itself; here only that it is one, and not of endlessly many fields. */
export const fieldsOf = <T>() =>
  z.custom<T>(
    (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length <= MAX_FIELDS,
  )
