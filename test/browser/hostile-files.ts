import { extname } from 'node:path'
import { read, type WorkBook } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { openDocument } from '../support/docx.ts'
import { hostile } from '../support/hostile.ts'
import { withoutSpace } from '../support/site.ts'
import { xmlFaults } from '../support/xml.ts'

/** The start of a text that a spreadsheet takes for a formula; a number may be negative. */
const formula = /^[=+\-@\t\r\n＝＋－＠](?!\d+(?:\.\d+)?$)/
/** The end of a text that is too long for a cell of a workbook. */
const cut = /……（单元格放不下，全文见同一张表的CSV或JSON文件）$/

/** What a reader that shares no code with the writer finds in a file. */
export interface OpenedFile {
  readonly path: string
  readonly texts: readonly string[]
  /** Texts that a spreadsheet would run as formulas. */
  readonly formulas: readonly string[]
}

type Found = Omit<OpenedFile, 'path'>
const found = (texts: readonly string[], formulas: readonly string[] = []): Found => ({
  texts,
  formulas,
})

/** By extension. A new format of tables needs its reader here. */
export const hostileReaders: Readonly<Record<string, (bytes: Buffer, path: string) => Found>> = {
  csv(bytes) {
    const cells = (parse(bytes, { bom: true }) as string[][]).flat()
    return found(
      cells,
      cells.filter((cell) => formula.test(cell)),
    )
  },
  xlsx(bytes, path) {
    const faults = xmlFaults(path, bytes)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    const cells = cellsIn(read(bytes))
    return found(
      cells.map(({ text }) => text),
      cells.flatMap(({ text, isFormula }) => (isFormula ? [text] : [])),
    )
  },
  docx(bytes) {
    const { paragraphs, parts } = openDocument(bytes)
    const properties = xmlTexts(parts['docProps/core.xml'] ?? '', false)
    return found([...paragraphs.map(({ text }) => text), ...properties])
  },
  // A picture breaks its words into lines.
  svg: (bytes) => found([xmlTexts(bytes.toString('utf8'), false).join('')]),
  xml: (bytes) => found(xmlTexts(bytes.toString('utf8'), true)),
  json: (bytes) => found(jsonTexts(JSON.parse(bytes.toString('utf8')))),
  jsonld: (bytes) => found(jsonTexts(JSON.parse(bytes.toString('utf8')))),
}

/** Reads a file that contains texts; null for a file of another kind. */
export function opened(path: string, bytes: Buffer): OpenedFile | null {
  const reader = hostileReaders[extname(path).slice(1)]
  return reader === undefined ? null : { path, ...reader(bytes, path) }
}

const [begun = '', whole = ''] = [hostile.split('"')[0] ?? '', hostile].map(withoutSpace)

/** Places where the hostile text begins but is not complete, and where a cell is a formula. */
export function faultsIn({ path, texts, formulas }: OpenedFile): string[] {
  const broken = texts.filter((text) => {
    const shown = withoutSpace(text)
    return !cut.test(text) && shown.split(begun).length !== shown.split(whole).length
  })
  return [...broken, ...formulas].map((text) => `${path}: ${text.slice(0, 200)}`)
}

function cellsIn({ Sheets }: WorkBook): { text: string; isFormula: boolean }[] {
  return Object.values(Sheets).flatMap((sheet) =>
    Object.entries(sheet)
      .filter(([place]) => !place.startsWith('!'))
      .map(([, cell]) => {
        const { t, v, f } = cell as { t: string; v?: unknown; f?: string }
        return { text: t === 's' ? String(v) : '', isFormula: f !== undefined }
      }),
  )
}

/** @throws when the text is not well-formed */
function xmlTexts(xml: string, withAttributes: boolean): string[] {
  const texts = ['']
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => {
    if (withAttributes) texts.push(...Object.values(attributes).map(({ value }) => value))
    texts.push('')
  })
  parser.on('closetag', () => texts.push(''))
  parser.on('text', (text) => {
    texts[texts.length - 1] += text
  })
  parser.write(xml).close()
  return texts
}

const jsonTexts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...jsonTexts(inner)])
    : []
}
