import { uuidText } from '../../../lib/uuidOf.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A message's id as `message_ids` has it: a UUID as its 16 bytes, any other as its text. */
export type StoredId = string | Buffer

export const toStoredId = (id: string): StoredId => (UUID.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id)

export const fromStoredId = (stored: StoredId): string => (typeof stored === 'string' ? stored : uuidText(stored))
