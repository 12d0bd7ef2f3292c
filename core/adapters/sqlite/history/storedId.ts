const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A message's id as `message_ids` has it: a UUID as its 16 bytes, any other as its text. */
export type StoredId = string | Buffer

export const toStoredId = (id: string): StoredId => (UUID.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id)

export function fromStoredId(stored: StoredId): string {
  if (typeof stored === 'string') return stored
  return stored.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
