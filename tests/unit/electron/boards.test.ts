import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { newChange } from '../../../core/index.ts'
import { Boards } from '../../../electron/boards.ts'
import { temporaryFolder } from '../../support/files/temporaryFolder.ts'
import { quantity } from '../../support/scenario/messages.ts'

vi.mock('electron-log/main', () => ({ default: { warn: () => {} } }))

test('a board is there again after a restart, under its name, and is gone once it was deleted', async () => {
  const folder = join(temporaryFolder(), 'boards')
  const boards = new Boards(folder)
  const { id } = await boards.begin('Kim')
  await Promise.all([
    boards.add(id, 'Lee', newChange('lost', [quantity('b1', 0)])),
    boards.add(id, 'Lee', newChange('lost', [quantity('b2', 0)])),
    boards.change(id, 'Lee', () => ({ name: 'Flood' })),
  ])
  const again = new Boards(folder)
  expect(await again.all()).toEqual(await boards.all())
  expect((await again.get(id)).changes.flatMap(({ messages }) => messages)).toHaveLength(2)
  expect(await again.get(id)).toMatchObject({ name: 'Flood', by: 'Lee' })
  await again.delete(id)
  expect([await again.all(), readdirSync(folder)]).toEqual([[], []])
})

test('whoever wants an empty board gets the one that is there', async () => {
  const boards = new Boards(temporaryFolder())
  const [one, other] = await Promise.all([boards.begin('Kim'), boards.begin('Kim')])
  expect(other.id).toBe(one.id)
  await boards.add(one.id, 'Kim', newChange('lost', [quantity('b1', 0)]))
  expect((await boards.begin('Kim')).id).not.toBe(one.id)
})

test('a board that cannot be read keeps the others from nothing, and stays where it is', async () => {
  const folder = temporaryFolder()
  await new Boards(folder).begin('Kim')
  writeFileSync(join(folder, 'broken.json'), '{')
  expect(await new Boards(folder).all()).toHaveLength(1)
  expect(readdirSync(folder)).toContain('broken.json')
})
