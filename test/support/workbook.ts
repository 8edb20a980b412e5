import { strToU8, zipSync } from 'fflate'
import { contentTypes, sheetTypes } from './office-files.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The parts of a workbook of one sheet as XML, for content that no library writes. */
export interface WorkbookXml {
  /** The XML of the sheet, from `<sheetData>` on. */
  readonly sheet: string
  /** Elements `si` of the texts that cells share. */
  readonly texts?: string
  /** Elements `numFmt`, each with a cell style below. */
  readonly formats?: string
  /** The number format of each cell style, by its number. */
  readonly looks?: readonly number[]
  /** Attributes of the workbook's settings, such as `date1904="1"`. */
  readonly settings?: string
  /** Further parts, or replacements of these, by their paths. */
  readonly parts?: Readonly<Record<string, Uint8Array | string>>
}

export function workbookOf({
  sheet,
  texts = '',
  formats = '',
  looks = [0],
  settings = '',
  parts = {},
}: WorkbookXml): Uint8Array {
  const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
    `<Relationships xmlns="${packaged}">${all.map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const files: Record<string, Uint8Array | string> = {
    '[Content_Types].xml': contentTypes({ 'xl/workbook.xml': `${sheetTypes}.sheet.main+xml` }),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${settings}/><sheets><sheet name="问题" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${looks.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ...parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, xml]) => [
        path,
        typeof xml === 'string' ? strToU8(xml) : xml,
      ]),
    ),
    { level: 1 },
  )
}
