import { escapedXml } from '#model/xml-text.ts'
import { columnName } from '#read/spreadsheet/sheet.ts'
import { corePart, coreProperties, type FileProperties, officePart } from '../office-properties.ts'

/**
 * The looks that cells may have, in the order of the workbook's list of formats. Fonts, fills,
 * lines and formats are counted from 0 in the lists of `formats` below.
 */
const looks = {
  plain: '',
  head: 'borderId="1" fontId="1" fillId="2" applyBorder="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
  text: 'borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
  value: 'borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/>',
  day: 'borderId="1" applyBorder="1" numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/>',
  reason:
    'borderId="1" fontId="2" applyBorder="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
  // An input cell with the text format, because a spreadsheet would convert 2024-6 or 007.
  entry:
    'borderId="1" numFmtId="49" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
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
  /** What may be typed where: elements `dataValidation`. */
  readonly entryRules?: readonly string[]
  /** A hidden sheet with data for the program or other sheets. */
  readonly isHidden?: boolean
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * The files inside a workbook (ECMA-376, SpreadsheetML) with these sheets, by their paths. Texts
 * are written into their cells instead of a shared list, because looking them up would be most of
 * the work. No library is used: for a ten-year city's 151 workbooks write-excel-file 4.1 takes 2.7
 * times and excelts 10.2 four times the 3 s of this code; the first does not repeat heads in print,
 * the second turns the text `_x0041_` into `A`.
 */
export function workbookFiles(
  sheets: readonly Sheet[],
  properties: FileProperties,
): Record<string, Uint8Array> {
  const numbered = sheets.map((sheet, n) => ({ sheet, id: n + 1 }))
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/${corePart.path}" ContentType="${corePart.contentType}"/>${numbered
      .map(
        ({ id }) =>
          `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${types}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relationships([
      [`${relations}/officeDocument`, 'xl/workbook.xml'],
      [corePart.relation, corePart.path],
    ]),
    [corePart.path]: coreProperties(properties),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered
      .map(
        ({ sheet, id }) =>
          `<sheet name="${escapedXml(sheet.name)}" sheetId="${id}" r:id="rId${id}"${sheet.isHidden === true ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets>${repeatedWhenPrinted(sheets)}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...numbered.map(({ id }) => [`${relations}/worksheet`, `worksheets/sheet${id}.xml`] as const),
      [`${relations}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': formats,
  }
  for (const { sheet, id } of numbered)
    files[`xl/worksheets/sheet${id}.xml`] = sheetXml(sheet, id, properties.title)
  return Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, officePart(xml)]))
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packaged}/relationships">${targets
    .map(
      ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** The font that every office in China has. */
const face = '<name val="宋体"/><charset val="134"/>'

const formats = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/>${face}</font><font><b/><sz val="11"/>${face}</font><font><sz val="11"/><color rgb="FF595959"/>${face}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FFBFC7D1"/></${side}>`).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${Object.keys(looks).length}">${Object.values(
  looks,
)
  .map((look) => (look === '' ? '<xf/>' : `<xf ${look}</xf>`))
  .join('')}</cellXfs></styleSheet>`

function sheetXml(
  { widths, hasHead, rows, entryRules = [] }: Sheet,
  id: number,
  title: string,
): string {
  const selected = id === 1 ? ' tabSelected="1"' : ''
  const pane = hasHead
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    : ''
  const columns = widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  )
  const letters = widths.map((_width, n) => columnName(n))
  const lines = rows.map((row, n) => {
    const cells = row.map((cell, place) => cellXml(`${letters[place] ?? ''}${n + 1}`, cell))
    return `<row r="${n + 1}">${cells.join('')}</row>`
  })
  const rules =
    entryRules.length === 0
      ? ''
      : `<dataValidations count="${entryRules.length}">${entryRules.join('')}</dataValidations>`
  return `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${selected} workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${rules}${printSetup(widths, title)}</worksheet>`
}

function cellXml(place: string, { value, look }: SheetCell): string {
  const head = `<c r="${place}" s="${places[look] ?? 0}"`
  if (value === '') return `${head}/>`
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${sheetText(value)}</t></is></c>`
}

/**
 * A text in the XML of a sheet. Spreadsheets read `_x0041_` as the character with that code
 * (ECMA-376, ST_Xstring), so the first underscore is written as its own code.
 */
export const sheetText = (text: string): string =>
  escapedXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'))

/** Columns as wide as this, in characters, fill a sheet of A4 on its side in type of about 7 points. */
const widestPage = 235

/** How many sheets lie side by side; type that is smaller still could not be read. */
const pagesAcross = (widths: readonly number[]): number =>
  Math.ceil(widths.reduce((sum, width) => sum + width, 0) / widestPage)

/**
 * On A4 on its side, as wide as it is and as long as it gets, with the names of the sheet and of the
 * workbook above and the number of the page below.
 */
function printSetup(widths: readonly number[], title: string): string {
  // A digit after a code of place would be a size of type.
  const header = `&L&A　${title.slice(0, 100).replaceAll('&', '&&')}`
  return `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross(widths)}" fitToHeight="0"/><headerFooter><oddHeader>${escapedXml(header)}</oddHeader><oddFooter>&amp;C— &amp;P / &amp;N —</oddFooter></headerFooter>`
}

/** The head of a table on each of its pages, and its first column where they lie side by side. */
function repeatedWhenPrinted(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, hasHead, widths }, n) => {
    if (!hasHead) return []
    const place = `'${escapedXml(name.replaceAll("'", "''"))}'`
    const first = pagesAcross(widths) > 1 ? `${place}!$A:$A,` : ''
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${first}${place}!$1:$1</definedName>`,
    ]
  })
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
}
