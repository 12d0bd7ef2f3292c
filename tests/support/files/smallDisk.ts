import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporaryFolder.ts'

/** Why a test that needs a small disk is skipped where there is none. */
export const NO_SMALL_DISK = 'no tmpfs can be mounted here (it takes root on Linux)'

/** A file system of 8 MB; undefined where this process may not make one. */
export function smallDisk(): string | undefined {
  const folder = temporaryFolder()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder])
  if (status !== 0) return undefined
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  return folder
}

/** Leaves no room on the disk. Returns what makes room again. */
export function fill(disk: string): () => void {
  const ballast = join(disk, 'ballast')
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4096'])
  return () => rmSync(ballast)
}
