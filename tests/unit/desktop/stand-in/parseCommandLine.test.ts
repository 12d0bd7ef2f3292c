import { expect, test } from 'vitest'
import { parseCommandLine } from '../../../../desktop/stand-in/parseCommandLine.ts'

test("Electron's arguments are told from the app's", () => {
  const line = ['-r', '/loader.js', '--inspect=0', '--no-sandbox', 'app', '--user-data-dir=/a=b', 'orders.csv']
  expect(parseCommandLine(line)).toEqual({
    app: 'app',
    preloads: ['/loader.js'],
    switches: new Map([
      ['inspect', '0'],
      ['no-sandbox', ''],
      ['user-data-dir', '/a=b'],
    ]),
  })
})
