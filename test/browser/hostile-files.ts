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

/** Reads a file that contains texts; null for a file of another kind. */
export function opened(path: string, bytes: Buffer): OpenedFile | null {
  const of = (texts: readonly string[], formulas: readonly string[] = []): OpenedFile => ({
    path,
    texts,
    formulas,
  })
  switch (/\.\w+$/.exec(path)?.[0]) {
    case '.csv': {
      const cells = (parse(bytes, { bom: true }) as string[][]).flat()
      return of(
        cells,
        cells.filter((cell) => formula.test(cell)),
      )
    }
    case '.xlsx': {
      const faults = xmlFaults(path, bytes)
      if (faults.length > 0) throw new Error(faults.join('\n'))
      const cells = cellsIn(read(bytes))
      return of(
        cells.map(({ text }) => text),
        cells.flatMap(({ text, isFormula }) => (isFormula ? [text] : [])),
      )
    }
    case '.docx': {
      const { paragraphs, parts } = openDocument(bytes)
      const properties = xmlTexts(parts['docProps/core.xml'] ?? '', false)
      return of([...paragraphs.map(({ text }) => text), ...properties])
    }
    // A picture breaks its words into lines.
    case '.svg':
      return of([xmlTexts(bytes.toString('utf8'), false).join('')])
    case '.xml':
      return of(xmlTexts(bytes.toString('utf8'), true))
    case '.json':
    case '.jsonld':
      return of(jsonTexts(JSON.parse(bytes.toString('utf8'))))
    default:
      return null
  }
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
