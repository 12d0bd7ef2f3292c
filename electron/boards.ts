import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import log from 'electron-log/main'
import { type Board, type Change, parseBoard } from '../core/index.ts'
import { SerialQueue } from '../core/lib/serialQueue.ts'
import { writeWhole } from './writeWhole.ts'

/**
 * The scratch boards of this workstation, each in a file of its own beside the database, for all who work here. They are no
 * part of the data: no backup has them, and none is lost when one is restored.
 */
export class Boards {
  readonly #folder: string
  readonly #changes = new SerialQueue()
  #boards: Promise<Map<string, Board>> | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The one that was changed last first. */
  async all(): Promise<readonly Board[]> {
    return [...(await this.#loaded()).values()].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  }

  /** @throws when there is none */
  async get(id: string): Promise<Board> {
    const board = (await this.#loaded()).get(id)
    if (!board) throw new Error(`a board that is not there: ${id}`)
    return board
  }

  /** A board that nobody has named and that has nothing on it, by whoever wants one. */
  begin(by: string): Promise<Board> {
    return this.#changes.run(async () => {
      const blank = (await this.all()).find(({ name, changes }) => name === null && changes.length === 0)
      return blank ?? this.#keep({ id: randomUUID(), name: null, by, at: new Date().toISOString(), changes: [] })
    })
  }

  /** Written whole or not at all. @throws when there is no such board, or it cannot be written */
  change(id: string, by: string, change: (board: Board) => Partial<Board>): Promise<Board> {
    return this.#changes.run(async () => {
      const board = await this.get(id)
      return this.#keep({ ...board, ...change(board), by, at: new Date().toISOString() })
    })
  }

  add(id: string, by: string, change: Change): Promise<Board> {
    return this.change(id, by, ({ changes }) => ({ changes: [...changes, change] }))
  }

  delete(id: string): Promise<void> {
    return this.#changes.run(async () => {
      await rm(this.#file(id), { force: true })
      ;(await this.#loaded()).delete(id)
    })
  }

  async #keep(board: Board): Promise<Board> {
    parseBoard(board)
    await mkdir(this.#folder, { recursive: true })
    await writeWhole(this.#file(board.id), JSON.stringify(board))
    ;(await this.#loaded()).set(board.id, board)
    return board
  }

  readonly #file = (id: string): string => join(this.#folder, `${id}.json`)

  #loaded(): Promise<Map<string, Board>> {
    this.#boards ??= this.#load()
    return this.#boards
  }

  /** One that cannot be read is left where it is. */
  async #load(): Promise<Map<string, Board>> {
    const names = await readdir(this.#folder).catch(() => [])
    const boards = new Map<string, Board>()
    for (const name of names.filter((name) => name.endsWith('.json')))
      try {
        const board = parseBoard(JSON.parse(await readFile(join(this.#folder, name), 'utf8')))
        boards.set(board.id, board)
      } catch (error) {
        log.warn(`the board ${name} cannot be read`, error)
      }
    return boards
  }
}
