import { expect, test } from 'vitest'
import { maskReferences } from '../../../electron/maskReferences.ts'

test.for([
  ['[2031-03-02 10:11:12.345] [error]  no batch LOT-26-00012', '[2031-03-02 10:11:12.345] [error]  no batch ***'],
  ['SKU SPRINGY-MATTRESS is out of stock', 'SKU *** is out of stock'],
  ['the sheet "Aisle 4" is closed', 'the sheet *** is closed'],
  ['order O1 for b1 of kim@example.com', 'order *** for *** of ***'],
  ['StorageFull: the disk is full', 'StorageFull: the disk is full'],
  ['it has 4096 bytes and had 8192', 'it has 4096 bytes and had 8192'],
  ['    at read (/home/kim/app/out/main/main.js:12:3)', '    at read (main.js:12:3)'],
] as const)('of “%s” %s is left', ([line, left]) => {
  expect(maskReferences(line)).toBe(left)
})
