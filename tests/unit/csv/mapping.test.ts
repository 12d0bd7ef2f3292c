import { describe, expect, test } from 'vitest'
import { guessKind, guessMapping } from '../../../core/csv/mapping.ts'

const batches = { ref: 0, sku: 1, qty: 2, eta: 3 }
const orders = { orderId: 0, sku: 1, qty: 2, line: 3, dueDate: 4, customer: null, priority: null }

describe('a header is understood', () => {
  test.each([
    ['reference,sku,quantity,eta'],
    ['Batch Ref,Product Code,QTY,Arrival Date'],
    ['batch-no.,item,Units,expected_on'],
    ['배치 번호,품목코드,수량,입고예정일'],
    ['입고번호,상품코드,수량(EA),도착 예정일'],
    ['배치'.normalize('NFD'), '품목'.normalize('NFD'), '수량 [개]', 'ＥＴＡ'].join(',').split('\n') as [string],
  ])('as batches: %s', (header) => {
    const cells = header.split(',')
    expect([guessKind(cells), guessMapping('batches', cells)]).toEqual(['batches', batches])
  })

  test.each([
    ['order_id,sku,quantity,line,due_date'],
    ['Order No (ERP),SKU,Qty,Line No,Due'],
    ['주문번호,상품코드,주문 수량,순번,납기일'],
    ['주문 ID,품번,수량,행 번호,납기'],
  ])('as orders: %s', (header) => {
    const cells = header.split(',')
    expect([guessKind(cells), guessMapping('orders', cells)]).toEqual(['orders', orders])
  })

  test.each([
    ['order_id,sku,quantity,line,due_date,customer,priority'],
    ['주문번호,상품코드,수량,순번,납기일,거래처명,우선순위'],
  ])('as orders with their customers and priorities: %s', (header) => {
    expect(guessMapping('orders', header.split(','))).toEqual({ ...orders, customer: 5, priority: 6 })
  })

  test('whatever the order of its columns, and the others among them', () => {
    const header = ['note', 'qty', '', 'qty', 'order', 'sku']
    expect([guessKind(header), guessMapping('orders', header)]).toEqual([
      'orders',
      { orderId: 4, sku: 5, qty: 1, line: null, dueDate: null, customer: null, priority: null },
    ])
  })
})

describe('a header does not tell the kind', () => {
  test.each([
    ['when it lacks a field that every row needs', 'reference,sku'],
    ['when it fits both kinds alike', 'reference,order_id,sku,quantity'],
    ['when it is of something else', 'name,price'],
  ])('%s', (_, header) => {
    expect(guessKind(header.split(','))).toBeNull()
  })
})

test('a heading too long to name a field names none', () => {
  expect(guessKind([`reference${' '.repeat(1000)}`, 'sku', 'qty'])).toBeNull()
})
