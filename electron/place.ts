import { dirname, join } from 'node:path'
import { app } from 'electron'
import { Backups, type PhotoFolder, photosBeside } from '../core/index.ts'
import { Boards } from './boards.ts'

/** Where the data lies that the windows work with: the person's own, or the sample, which never meet. */
export type Place = {
  readonly isSample: boolean
  readonly database: string
  readonly backups: Backups
  readonly photos: PhotoFolder
  readonly boards: Boards
}

let own: Place | undefined

/** In the user's data folder. */
export function ownPlace(): Place {
  own ??= placeIn(app.getPath('userData'), false)
  return own
}

/** In a folder of its own, which has all that belongs to it, so that it is removed as a whole. */
export const samplePlace = (): Place => placeIn(join(app.getPath('userData'), 'sample'), true)

export const folderOf = ({ database }: Place): string => dirname(database)

function placeIn(folder: string, isSample: boolean): Place {
  const database = join(folder, 'warehouse.db')
  const backups = new Backups({ database, folder: join(folder, 'backups') })
  const boards = new Boards(join(folder, 'boards'))
  return { isSample, database, backups, photos: photosBeside(database), boards }
}
