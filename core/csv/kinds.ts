import { date, text, textOrNone, whole } from './cells.ts'

type Field = {
  /** Its name in the core's message. */
  readonly name: string
  readonly required: boolean
  /** What the cell says. The schema of the message checks it. */
  readonly read: (cell: string) => unknown
  /** Its usual headings, in lower case and without anything but letters and digits. */
  readonly headings: readonly string[]
}

const sku = {
  name: 'sku',
  required: true,
  read: text,
  headings: words(`sku skucode skuid skuno product productcode productid productno item itemcode itemid article
    품목 품목코드 품목번호 품번 상품 상품코드 상품번호 제품 제품코드 제품번호 자재 자재코드 자재번호`),
} as const satisfies Field

const qty = {
  name: 'qty',
  required: true,
  read: whole,
  headings: words(`quantity qty units pieces pcs count quantityordered orderedquantity orderquantity orderqty
    수량 개수 입고수량 입고량 주문수량 주문량`),
} as const satisfies Field

/** What a file can hold. Each row becomes one message of this type. */
export const csvKinds = {
  batches: {
    type: 'BatchCreated',
    fields: [
      {
        name: 'ref',
        required: true,
        read: text,
        headings: words(`reference ref referenceno batch batchref batchreference batchid batchno batchnumber batchcode
          lot lotno lotnumber lotid 배치 배치번호 배치코드 배치참조 참조 참조번호 입고 입고번호 로트 로트번호`),
      },
      sku,
      qty,
      {
        name: 'eta',
        required: false,
        read: date,
        headings: words(`eta arrival arrivaldate arrives arriveson expected expecteddate expectedarrival expectedon
          estimatedarrival 입고예정 입고예정일 입고예정일자 도착 도착일 도착예정 도착예정일 도착예정일자 예정일`),
      },
    ],
  },
  orders: {
    type: 'AllocationRequired',
    fields: [
      {
        name: 'orderId',
        required: true,
        read: text,
        headings: words(`orderid order orderno ordernumber orderref orderreference ordercode salesorder
          주문 주문번호 주문id 주문코드 주문서번호 오더 오더번호`),
      },
      sku,
      qty,
      {
        name: 'line',
        required: false,
        read: whole,
        headings: words(`line lineno linenumber lineid orderline orderlineno position pos
          라인 라인번호 행 행번호 순번 항번 주문라인 주문행`),
      },
      {
        name: 'dueDate',
        required: false,
        read: date,
        headings: words(`duedate due dueby dueon deadline deliverydate deliverby required requireddate requiredby
          requireddeliverydate needby shipby 납기 납기일 납기일자 납기예정일 납품일 납품기한 납품예정일 출고예정일`),
      },
      {
        name: 'customer',
        required: false,
        read: textOrNone,
        headings: words(`customer customername customerid customerno client buyer soldto
          고객 고객명 고객번호 고객코드 거래처 거래처명 거래처코드`),
      },
      {
        name: 'priority',
        required: false,
        read: whole,
        headings: words(`priority prio orderpriority importance 우선순위 우선도 중요도`),
      },
    ],
  },
} as const satisfies Record<string, { type: 'BatchCreated' | 'AllocationRequired'; fields: readonly Field[] }>

export type CsvKind = keyof typeof csvKinds

/** A field of one of these messages. */
export type CsvField = (typeof csvKinds)[CsvKind]['fields'][number]['name']

export const kindNames = Object.keys(csvKinds) as CsvKind[]

export const fieldsOf = (kind: CsvKind): readonly (Field & { readonly name: CsvField })[] => csvKinds[kind].fields

function words(text: string): string[] {
  return text.split(/\s+/)
}
