import { megabytes } from '#model/file-size.ts'
import { openZip, type Zip, ZipError, type ZipRefusal } from '../archive/read-zip.ts'
import { readXml, XmlError } from '../archive/read-xml.ts'
import { textVisitor } from './cell-text.ts'
import { limits } from './limits.ts'
import { numberFormatOf, type NumberFormat } from './number-format.ts'
import { readRows, type Workbook } from './read-rows.ts'
import { type Cell, type ReadSheet, SheetMistake, typedCell } from './sheet.ts'

/**
 * Every sheet of a workbook (XLSX: ECMA-376, SpreadsheetML), in order. Only the parts with cells,
 * texts and formats are decompressed, and none beyond `limits`.
 *
 * @throws SheetMistake
 */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const other = otherKind(bytes)
  if (other !== null) throw new SheetMistake(other)
  try {
    const parts = openZip(bytes, {
      entries: limits.parts,
      entryBytes: limits.partBytes,
      totalBytes: limits.partBytes,
    })
    return sheetsOf(parts, { cells: limits.cells })
  } catch (error) {
    if (error instanceof ZipError) throw new SheetMistake(refusals[error.reason] ?? unreadable)
    if (error instanceof XmlError) throw new SheetMistake(unreadable)
    throw error
  }
}

/** The parts of a workbook whose archive is already open. */
type Parts = Pick<Zip, 'get' | 'read'>

/**
 * Every sheet of a workbook, in order.
 *
 * @param budget remaining cells that the sheets may hold; counted down
 * @throws SheetMistake, XmlError, and what reading a part throws
 */
export function sheetsOf(parts: Parts, budget: { cells: number }): ReadSheet[] {
  const main = relationsOf(parts, '').find(isOf('officeDocument'))?.target
  if (main === undefined) throw new SheetMistake(unreadable)
  const relations = relationsOf(parts, main)
  const partOf = (type: string): string | undefined => relations.find(isOf(type))?.target
  const { sheets, from1904 } = readBook(parts, main)
  const book: Workbook = {
    from1904,
    texts: readTexts(parts, partOf('sharedStrings')),
    formats: readFormats(parts, partOf('styles')),
    budget,
  }
  return sheets.map(({ name, isHidden, relation }) => {
    const part = relations.find(({ id }) => id === relation)
    // A chart sheet has no cells.
    const isTable = part !== undefined && isOf('worksheet')(part)
    return { name, isHidden, rows: isTable ? readRows(partAt(parts, part.target), name, book) : [] }
  })
}

const saveAs = '请用表格软件打开，另存为 XLSX 再导入。'
const unreadable = `这份文件不是能读的表格。${saveAs}`
const locked = '这份表格设了密码。请用表格软件取消密码，保存后再导入。'
const onlyWhatIsNeeded = '不像填报的表格。请只留下要导入的内容，用表格软件另存为 XLSX 再导入。'
const tooMany = (what: string, most: number): string =>
  `这份表格里的${what}超过${most}个，${onlyWhatIsNeeded}`
const refusals: Partial<Record<ZipRefusal, string>> = {
  encrypted: locked,
  'too-many-bytes': `这份表格解压以后超过${megabytes(limits.partBytes)}兆，${onlyWhatIsNeeded}`,
  'too-many-entries': tooMany('部件', limits.parts),
}

/** The kind of a file that is certainly not XLSX, with what to do; null where it may be XLSX. */
function otherKind(bytes: Uint8Array): string | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
    return content.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? locked
      : `这是旧版表格（XLS），不能导入。${saveAs}`
  const start = content.subarray(0, 512).toString('latin1')
  if (/<(?:!doctype html|html|head|meta|table)\b/i.test(start))
    return `这份文件其实是网页，只是名称像表格。${saveAs}`
  return null
}

function partAt(parts: Parts, path: string): Uint8Array {
  const entry = parts.get(path)
  if (entry === undefined) throw new SheetMistake(unreadable)
  return parts.read(entry)
}

interface Relation {
  readonly id: string
  readonly type: string
  /** Path of the part in the archive. */
  readonly target: string
}

const isOf =
  (type: string) =>
  (relation: Relation): boolean =>
    relation.type.endsWith(`/${type}`)

/** The relationships of a part; those of the whole package for the empty path. */
function relationsOf(parts: Parts, path: string): Relation[] {
  const name = path.split('/').at(-1) ?? ''
  const folder = path.slice(0, path.length - name.length)
  const entry = parts.get(`${folder}_rels/${name}.rels`)
  const relations: Relation[] = []
  if (entry === undefined) return relations
  readXml(parts.read(entry), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return
      const url = URL.parse(Target, `file:///${folder}`)
      if (url === null) throw new SheetMistake(unreadable)
      relations.push({ id: Id, type: Type, target: decodedPath(url.pathname.slice(1)) })
    },
  })
  return relations
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

interface NamedSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly relation: string
}

function readBook(parts: Parts, path: string): { sheets: NamedSheet[]; from1904: boolean } {
  const sheets: NamedSheet[] = []
  let from1904 = false
  readXml(partAt(parts, path), {
    open(element, attributes) {
      const { name = '', state = 'visible', date1904 } = attributes
      if (element === 'workbookPr') from1904 = isTrue(date1904)
      if (element !== 'sheet') return
      if (sheets.length === limits.sheets) throw new SheetMistake(tooMany('工作表', limits.sheets))
      const relation = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? ''
      sheets.push({ name, isHidden: state !== 'visible', relation })
    },
  })
  return { sheets, from1904 }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** The shared strings, each as a cell. */
function readTexts(parts: Parts, path: string | undefined): Cell[] {
  const texts: Cell[] = []
  if (path === undefined) return texts
  let text = ''
  readXml(
    partAt(parts, path),
    textVisitor(
      (part) => {
        text += part
      },
      {
        close(element) {
          if (element !== 'si') return
          if (texts.length === limits.sharedTexts)
            throw new SheetMistake(tooMany('不同的文字', limits.sharedTexts))
          texts.push(typedCell(text))
          text = ''
        },
      },
    ),
  )
  return texts
}

/** The number format of each cell format. */
function readFormats(parts: Parts, path: string | undefined): NumberFormat[] {
  const ids: number[] = []
  const own = new Map<number, string>()
  if (path === undefined) return []
  let list = ''
  readXml(partAt(parts, path), {
    open(element, { numFmtId = '0', formatCode = '' }) {
      if (element === 'numFmt') own.set(Number(numFmtId), formatCode)
      else if (element === 'cellXfs' || element === 'cellStyleXfs') list = element
      else if (element === 'xf' && list === 'cellXfs') ids.push(Number(numFmtId))
      if (Math.max(own.size, ids.length) > limits.styles)
        throw new SheetMistake(tooMany('单元格格式', limits.styles))
    },
    close(element) {
      if (element === list) list = ''
    },
  })
  const known = new Map<number, NumberFormat>()
  return ids.map((id) => {
    const format = known.get(id) ?? numberFormatOf(id, own)
    known.set(id, format)
    return format
  })
}
