import { expect, test } from 'vitest'
import { type Machine, whyNoSandbox } from '../../../desktop/sandbox.ts'

const ubuntu: Machine = {
  platform: 'linux',
  isRoot: () => false,
  hasUserNamespaces: () => true,
  isSetuidRoot: () => false,
}
const why = (machine: Partial<Machine>) => whyNoSandbox('/dist/electron', { ...ubuntu, ...machine })

test('Electron keeps its sandbox wherever it can', () => {
  expect([why({}), why({ platform: 'darwin', isRoot: () => true }), why({ platform: 'win32' })]).toEqual([
    null,
    null,
    null,
  ])
})

test('root, and a system without user namespaces, have no sandbox', () => {
  const none = { hasUserNamespaces: () => false }
  expect([why({ isRoot: () => true }), why(none)]).toEqual(['Running as root', expect.stringContaining('namespaces')])
})

test('a setuid helper beside Electron does instead of user namespaces', () => {
  const isSetuidRoot = (file: string) => file === '/dist/chrome-sandbox'
  expect(why({ hasUserNamespaces: () => false, isSetuidRoot })).toBeNull()
})
