import { strToU8 } from 'fflate'

/**
 * The looks that cells may have, in the order of the workbook's list of formats. Fonts, fills and
 * formats are counted from 0 in the lists of `formats` below.
 */
const looks = {
  plain: '',
  head: 'fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
  text: 'applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
  value: 'applyAlignment="1"><alignment vertical="top"/>',
  day: 'numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/>',
  reason: 'fontId="2" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
} as const
type Look = keyof typeof looks
const places = Object.fromEntries(Object.keys(looks).map((look, place) => [look, place]))

/** A number with the look `day` is a day: so many days after 1899-12-30. */
export interface SheetCell {
  readonly value: string | number | boolean
  readonly look: Look
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string
  /** Of each column, in characters. */
  readonly widths: readonly number[]
  /** Whether the first row stays in view. */
  readonly hasHead: boolean
  readonly rows: readonly (readonly SheetCell[])[]
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * The files inside a workbook (ECMA-376, SpreadsheetML) with these sheets, by their paths. Texts stand
 * in their cells, not in a shared list: nothing has to be looked up, which is most of the work.
 */
export function workbookFiles(sheets: readonly Sheet[]): Record<string, Uint8Array> {
  const numbered = sheets.map((sheet, n) => ({ sheet, id: n + 1 }))
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${numbered
      .map(
        ({ id }) =>
          `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${types}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered
      .map(
        ({ sheet, id }) => `<sheet name="${escaped(sheet.name)}" sheetId="${id}" r:id="rId${id}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...numbered.map(({ id }) => ['worksheet', `worksheets/sheet${id}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': formats,
  }
  for (const { sheet, id } of numbered) files[`xl/worksheets/sheet${id}.xml`] = sheetXml(sheet, id)
  return Object.fromEntries(
    Object.entries(files).map(([path, xml]) => [path, strToU8(`${start}\n${xml}`)]),
  )
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packaged}/relationships">${targets
    .map(
      ([type, target], n) =>
        `<Relationship Id="rId${n + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const formats = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><sz val="11"/><color rgb="FF595959"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${Object.keys(looks).length}">${Object.values(
  looks,
)
  .map((look) => (look === '' ? '<xf/>' : `<xf ${look}</xf>`))
  .join('')}</cellXfs></styleSheet>`

function sheetXml({ widths, hasHead, rows }: Sheet, id: number): string {
  const selected = id === 1 ? ' tabSelected="1"' : ''
  const pane = hasHead
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    : ''
  const columns = widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  )
  const letters = widths.map((_width, n) => columnLetters(n))
  const lines = rows.map((row, n) => {
    const cells = row.map((cell, place) => cellXml(`${letters[place] ?? ''}${n + 1}`, cell))
    return `<row r="${n + 1}">${cells.join('')}</row>`
  })
  return `<worksheet xmlns="${main}"><sheetViews><sheetView${selected} workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellXml(place: string, { value, look }: SheetCell): string {
  const head = `<c r="${place}" s="${places[look] ?? 0}"`
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** A, B, … Z, AA, … */
function columnLetters(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : columnLetters(Math.floor(place / 26) - 1) + letter
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text for XML 1.0, which knows no control characters but tab and line breaks, not even escaped. */
const escaped = (text: string): string =>
  /[&<>"\p{Cc}\ufffe\uffff\p{Cs}]/u.test(text)
    ? text.replace(/[&<>"]|[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, (sign) => signs[sign] ?? '')
    : text
