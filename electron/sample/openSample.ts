import { mkdir, rm } from 'node:fs/promises'
import log from 'electron-log/main'
import { isStorageError, openWarehouse, type Warehouse } from '../../core/index.ts'
import { folderOf, type Place } from '../place.ts'
import { texts } from '../texts.ts'
import { sampleMessages } from './sampleMessages.ts'

/**
 * Opens the sample, and fills it where there is none yet. One that cannot be read is made anew.
 * @throws StorageError
 */
export async function openSample(place: Place): Promise<Warehouse> {
  await mkdir(folderOf(place), { recursive: true })
  const warehouse = await openOrRemove(place)
  try {
    await fillIfEmpty(warehouse)
    return warehouse
  } catch (error) {
    await warehouse.close() // nobody else would
    throw error
  }
}

async function fillIfEmpty(warehouse: Warehouse): Promise<void> {
  const { batches } = await warehouse.view('summary', {})
  if (batches > 0) return
  const t = texts()
  const entries = sampleMessages().map((message) => ({ message }))
  await warehouse.handleAll(entries, { by: t('main.sample.by') })
}

/** With its backups and its photos. */
export const removeSample = (place: Place): Promise<void> =>
  rm(folderOf(place), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

async function openOrRemove(place: Place): Promise<Warehouse> {
  const { database } = place
  try {
    return await openWarehouse({ database })
  } catch (error) {
    if (!isStorageError(error, 'StorageDamaged')) throw error
    log.warn('the sample is made anew', error)
    await removeSample(place)
    await mkdir(folderOf(place), { recursive: true })
    return await openWarehouse({ database })
  }
}
