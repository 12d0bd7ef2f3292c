import type { Cell } from './table.ts'

// The parts of a workbook: Office Open XML, ECMA-376 part 1, chapter 18.

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetName = (number: number): string => `xl/worksheets/sheet${number}.xml`

/** With the heading kept in view. */
export const SHEET_START = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" baseColWidth="14"/><sheetData>`
export const SHEET_END = '</sheetData></worksheet>'

const style = { plain: 0, day: 1, instant: 2, heading: 3 } as const

export const fixedParts: readonly (readonly [name: string, text: string])[] = [
  [
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  ],
]

/** What names the sheets. */
export function partsOfSheets(count: number): readonly (readonly [name: string, text: string])[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const each = (part: (number: number) => string) => numbers.map(part).join('')
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((number) => `<Override PartName="/${sheetName(number)}" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((number) => `<sheet name="${number}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${count + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ]
}

/** @param number from 1, which is the heading */
export const xlsxRow = (cells: readonly Cell[], number: number): string =>
  `<row r="${number}">${cells.map((cell, index) => xlsxCell(cell, `${columnName(index)}${number}`, number === 1)).join('')}</row>`

function xlsxCell(cell: Cell, at: string, isHeading: boolean): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'object') {
    const [days, kind] = 'day' in cell ? [serialOf(cell.day), style.day] : [localSerialOf(cell.instant), style.instant]
    return `<c r="${at}" s="${kind}"><v>${days}</v></c>`
  }
  const bold = isHeading ? ` s="${style.heading}"` : ''
  return `<c r="${at}" t="inlineStr"${bold}><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
}

/** 0: A; 26: AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const DAY = 86_400_000 // milliseconds
/** Excel counts days from here, as from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30)

const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY

/** Excel knows no time zones: as clocks on this workstation showed it. */
function localSerialOf(instant: string): number {
  const date = new Date(instant)
  return (date.getTime() - date.getTimezoneOffset() * 60_000 - EPOCH) / DAY
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What XML cannot have is left out; what Excel would take for the code of a character stays what it is. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot have
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (character) => entities[character]!)
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
