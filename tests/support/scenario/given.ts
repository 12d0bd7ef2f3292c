import { onTestFinished } from 'vitest'
import { type MessageInput, openWarehouse, type Warehouse } from '../../../core/index.ts'

export const NOW = new Date('2030-01-01T09:00:00Z')

/** A warehouse in memory that these messages came to. It closes when the test ends. */
export const given = (...messages: MessageInput[]): Promise<Warehouse> => givenIn(':memory:', ...messages)

export async function givenIn(database: string, ...messages: MessageInput[]): Promise<Warehouse> {
  const warehouse = await openWarehouse({ database, now: () => NOW })
  onTestFinished(() => warehouse.close().catch(() => {})) // the test may have closed it
  for (const message of messages) await warehouse.handle(message)
  return warehouse
}
