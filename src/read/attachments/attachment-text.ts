import { megabyte, megabytes } from '#model/file-size.ts'
import { XmlError } from '../archive/read-xml.ts'
import { openZip, type Zip, type ZipEntry, ZipError, type ZipRefusal } from '../archive/read-zip.ts'
import { sheetsOf } from '../spreadsheet/read-workbook.ts'
import { columnName, SheetMistake } from '../spreadsheet/sheet.ts'
import { activeFamily, endingOf, isForeignArchive } from './active-files.ts'
import { activeCells, command } from './active-formulas.ts'
import { type AttachmentBudget, spendBudget, TooMuch, wholeBudget } from './attachment-budget.ts'
import { maxArchiveEntries } from './attachment-content.ts'
import { shortName } from '#messages/nearest.ts'
import { addObservation, type Observation } from './observations.ts'
import { decodedText, utf16Mark } from '../files/decode.ts'
import { signatureOf } from './file-signatures.ts'
import { officeKind, type OfficePackage, officePackage } from './office-package.ts'
import { readPart } from './package-parts.ts'
import { pdfActions } from './pdf-actions.ts'

/** A piece of the text of an attachment. */
export interface AttachmentText {
  /** Place in Chinese: 第3行, 工作表“名单”B2; empty for the whole file. */
  readonly where: string
  readonly text: string
  /**
   * `head`: the first lines repeated, to search for a security marking; `body`: the text; `both`:
   * one text that serves as both.
   */
  readonly part: 'head' | 'body' | 'both'
  /** Whether a place in it is given by line number. */
  readonly hasLines?: true
  /** Whether its name says that it is a table: cells between commas or tabs below their heads. */
  readonly isTable?: true
  /**
   * Set for text that its program does not show, and that may repeat shown text: findings that
   * occur elsewhere in the file are not counted again. In `code`, an id or a coordinate, only
   * identity numbers are searched; `link` is an address.
   */
  readonly beside?: 'text' | 'code' | 'link'
  /** The column heading, for a cell of a workbook. */
  readonly head?: string
}

/** What can be read of an attachment without opening it in its program. */
interface ExtractedContent {
  readonly texts: readonly AttachmentText[]
  /** What runs or loads something, or embeds files, one entry for each kind. */
  readonly active: readonly Observation[]
  /** Why parts of it could not be read, one entry for each reason. */
  readonly unread: readonly Observation[]
  readonly pdfs: readonly AttachedPdf[]
}

/** A PDF file inside an attachment; a library reads its text later. */
export interface AttachedPdf {
  /** The names of the archives around it, each in “”; empty for the attachment itself. */
  readonly at: string
  readonly bytes: Uint8Array
  /** Active content found so far. */
  readonly active: readonly string[]
}

/** Results collected so far, over all files of an attachment. */
interface Found {
  readonly texts: AttachmentText[]
  /** Texts to search after `texts`. */
  readonly beside: AttachmentText[]
  readonly active: Map<string, Observation>
  readonly unread: Map<string, Observation>
  readonly pdfs: AttachedPdf[]
  readonly budget: AttachmentBudget
}

/** The file that is being read. */
interface Place {
  readonly name: string
  /** The names of the archives around it and its own, each in “”; empty for the attachment. */
  readonly at: string
  /** The same without its own name. */
  readonly parent: string
  /** How many archives are around it. */
  readonly depth: number
}

const maxEntryBytes = 64 * megabyte
/** Levels of nested archives. */
const maxDepth = 3

/**
 * Reads an attachment: the text of text files, Office documents, OFD and the contents of archives,
 * and what in them is active. Pictures are not read. Content beyond the budget is reported as
 * unread.
 *
 * @param name of the file; its ending tells whether it may be a table
 * @param budget limits of what is read; counted down
 */
export function extractContent(
  name: string,
  bytes: Uint8Array,
  budget: AttachmentBudget = wholeBudget(),
): ExtractedContent {
  const found: Found = {
    texts: [],
    beside: [],
    active: new Map(),
    unread: new Map(),
    pdfs: [],
    budget,
  }
  orUnread(found, '', () => {
    lookInto({ name, at: '', parent: '', depth: 0 }, bytes, found)
  })
  return {
    texts: found.texts.concat(found.beside),
    active: [...found.active.values()],
    unread: [...found.unread.values()],
    pdfs: found.pdfs,
  }
}

/** A number may begin at each group of digits: to look for one takes as long as so many characters. */
const numberWork = 8

/**
 * The number of groups of digits that follow other digits and a single separator, as in `1 1` and
 * in `1-1`.
 */
function groupsOfDigits(text: string): number {
  let groups = 0
  for (let at = 2; at < text.length; at++)
    if (isDigit(text, at) && !isDigit(text, at - 1) && isDigit(text, at - 2)) groups++
  return groups
}

/** Of either width. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

function addText(found: Found, text: AttachmentText): void {
  spendBudget(found.budget, 'texts', 1)
  spendBudget(found.budget, 'characters', text.text.length + numberWork * groupsOfDigits(text.text))
  if (text.beside === undefined) found.texts.push(text)
  else found.beside.push(text)
}

/** Text that may contain a number, an address or a path; most hidden text does not. */
const worthSearching =
  /\p{Nd}(?:[^\p{Nd}\p{L}]{0,4}\p{Nd}){10}|[\d０-９][.．][\d０-９]+[.．][\d０-９]|[:：][/／]|[\\/]{2}|[.．](?:local|lan|int|corp|home)/iu
const longNumber = /\p{Nd}(?:[^\p{Nd}\p{L}]{0,4}\p{Nd}){16}/u

function addBeside(
  found: Found,
  where: string,
  text: string,
  beside: 'text' | 'code' | 'link' = 'text',
): void {
  const isWorth =
    beside === 'link' ||
    (text.length >= minRunLength && (beside === 'code' ? longNumber : worthSearching).test(text))
  if (isWorth) addText(found, { where, text, part: 'body', beside })
}

/** Length of the shortest number or address, in characters. */
const minRunLength = 8

/** Runs an action; an error is recorded as unread content, and earlier results stay. */
function orUnread(found: Found, at: string, action: () => void): void {
  try {
    action()
  } catch (error) {
    addUnread(found, at, error)
  }
}

function addUnread(found: Found, at: string, error: unknown, part = ''): void {
  const [what, of = part] = reasonOf(error)
  // Once the budget is exceeded it stays exceeded, so report that once.
  if (!(error instanceof TooMuch && found.unread.has(what)))
    addObservation(found.unread, at, what, of)
}

function reasonOf(error: unknown): [what: string, of?: string] {
  if (error instanceof TooMuch) return ['里面的内容太多，没有看完']
  if (error instanceof ZipError) return [refusals[error.reason]]
  if (error instanceof XmlError) return ['有错误，读不下去']
  if (error instanceof SheetMistake) return ['表格没有读全', error.message.replace(/。.*$/s, '')]
  throw error
}

/** Chinese reasons why an archive is refused. */
const refusals: Readonly<Record<ZipRefusal, string>> = {
  broken: '压缩包打不开，或者两个程序会读出不同的内容',
  encrypted: '压缩包设了密码',
  unsupported: '压缩方式认不出',
  'too-many-entries': `压缩包里的文件一共超过${maxArchiveEntries}个`,
  'too-many-bytes': `解压以后超过${megabytes(maxEntryBytes)}兆`,
}

function lookInto(place: Place, bytes: Uint8Array, found: Found): void {
  const { name, at, parent, depth } = place
  switch (signatureOf(bytes)) {
    case 'pdf':
      addPdf(at, bytes, found)
      return
    case 'zip':
      lookIntoZip(place, bytes, found)
      return
    case 'compound':
      lookIntoCompound(place, bytes, found)
      return
    case 'program':
      // Text may begin with the same bytes; for the attachment itself its name decides.
      if (depth > 0 && activeFamily(name) === null)
        addObservation(found.active, parent, '程序', name)
      if (textOf(bytes) !== null || depth === 0) lookIntoText(place, bytes, found)
      return
    case 'png':
    case 'jpg':
      return
    case null:
      lookIntoText(place, bytes, found)
  }
}

function addPdf(at: string, bytes: Uint8Array, found: Found): void {
  const { active, unread } = pdfActions(bytes, found.budget)
  for (const what of active) addObservation(found.active, at, what)
  if (unread !== null) addObservation(found.unread, at, unread)
  found.pdfs.push({ at, bytes, active })
}

/**
 * Decodes text; null for other content. Text has zero bytes only in UTF-16, which begins with a
 * byte-order mark.
 */
const textOf = (bytes: Uint8Array): string | null =>
  bytes.subarray(0, 4096).includes(0) && utf16Mark(bytes) === null ? null : decodedText(bytes)

function lookIntoText({ name, at }: Place, bytes: Uint8Array, found: Found): void {
  const text = textOf(bytes)
  // A PDF may have other bytes before its header.
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-') && (text === null || /\.pdf$/i.test(name))) addPdf(at, bytes, found)
  else if (text === null && !pictures.test(start) && !isWithoutText(name))
    addObservation(found.unread, at, '内容认不出')
  if (text === null) return
  if (tables.has(endingOf(name)))
    for (const { what, of } of activeCells(text)) addObservation(found.active, at, what, of)
  if (start.startsWith('{\\rtf')) lookIntoRichText(at, text, found)
  const isTable = ['csv', 'tsv', 'tab'].includes(endingOf(name)) ? ({ isTable: true } as const) : {}
  addText(found, { where: at, text, part: 'both', hasLines: true, ...isTable })
}

/** The first bytes of pictures other than PNG and JPEG: GIF, BMP, TIFF, WebP, EMF. */
const pictures = /^(?:GIF8[79]a|BM|II\*\0|MM\0\*|RIFF.{4}WEBP|\x01\0\0\0.{36} EMF)/s

/** Endings of texts that a spreadsheet program opens as a table. */
const tables = new Set(['csv', 'tsv', 'tab', 'txt', 'prn', 'xls', 'et'])

/** Files that systems create, and parts of documents with settings or seals. */
const isWithoutText = (name: string): boolean =>
  /(?:^|[/\\])(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/\\]*)$/i.test(name) ||
  (/(?:^|\/)(?:xl|word|ppt|visio|Doc_\d+|docProps|customXml|\[trash\])\//i.test(name) &&
    ['bin', 'dat', 'esl'].includes(endingOf(name)))

function lookIntoRichText(at: string, text: string, found: Found): void {
  if (/\\(?:objdata|objemb|objautlink|objocx|objupdate)\b/.test(text))
    addObservation(found.active, at, '嵌入的其他文件')
  if (/\\\*\s?\\template\b[^}]{0,20}(?::[\\/]|\\\\)/.test(text))
    addObservation(found.active, at, '外部模板')
  if (/\\fldinst\b[^}]{0,200}\bDDE(?:AUTO)?\b/i.test(text))
    addObservation(found.active, at, command)
}

type Read = (entry: ZipEntry) => Uint8Array

function lookIntoZip(place: Place, bytes: Uint8Array, found: Found): void {
  const { budget } = found
  // A document may contain itself, so limit the depth.
  if (place.depth > maxDepth) {
    addObservation(found.unread, place.at, tooDeep)
    return
  }
  const zip = openZip(bytes, {
    entries: budget.entries,
    entryBytes: maxEntryBytes,
    totalBytes: budget.bytes,
  })
  spendBudget(budget, 'entries', zip.entries.length)
  const read: Read = (entry) => {
    if (entry.size > maxEntryBytes) throw new ZipError('too-many-bytes')
    // Charge before decompressing, so that damaged entries count too.
    spendBudget(budget, 'bytes', entry.size)
    return zip.read(entry)
  }
  const first = new Map<string, Uint8Array>()
  const parts = officePackage(zip, (entry) => {
    const content = read(entry)
    first.set(entry.name, content)
    return content
  })
  const readCached: Read = (entry) => first.get(entry.name) ?? read(entry)
  if (parts !== null || zip.get('OFD.xml') !== undefined)
    lookIntoDocument({ place, zip, parts, read: readCached }, found)
  else if (place.depth < maxDepth)
    for (const entry of zip.entries) lookIntoEntry(place, entry, read, found)
  else addObservation(found.unread, place.at, tooDeep)
}

const tooDeep = '压缩包里的压缩包太深，没有打开'

/** Reads a file of an archive; if it is refused, the other files are still read. */
function lookIntoEntry(
  { at: parent, depth }: Place,
  entry: ZipEntry,
  read: Read,
  found: Found,
): void {
  const { name } = entry
  const at = `${parent}“${shortName(name)}”`
  checkEntry(parent, entry, found)
  if (name.endsWith('/') && entry.size === 0) return
  // A `._` file of macOS has the name of another file, but not its content.
  const family = /(^|\/)\._[^/]*$/.test(name) ? null : activeFamily(name)
  if (family !== null) addObservation(found.active, parent, family, name)
  if (isForeignArchive(name)) addObservation(found.unread, at, '是别种压缩包，没有打开')
  else
    orUnread(found, at, () => {
      lookInto({ name, at, parent, depth: depth + 1 }, read(entry), found)
    })
}

/** Checks the name of an archive entry, and whether it leads outside. */
function checkEntry(parent: string, { name, unixMode }: ZipEntry, found: Found): void {
  addBeside(found, `${parent}文件名`, name)
  if (/(^|[/\\])\.\.([/\\]|$)|^([/\\]|[a-z]:)/i.test(name))
    addObservation(found.active, parent, '会解压到别处的文件', name)
  if ((unixMode ?? 0) >> 12 === symbolicLink)
    addObservation(found.active, parent, '指向别处的链接', name)
}

const symbolicLink = 0o12

/** A document with its open archive. */
interface OpenDocument {
  readonly place: Place
  readonly zip: Zip
  /** Null for OFD. */
  readonly parts: OfficePackage | null
  readonly read: Read
}

/** Pictures and fonts, which have no text, unless the document declares another type. */
const pictureOrFont = /\.(emf|wmf|wdp|png|jpe?g|gif|bmp|tiff?|ttf|otf|odttf|fntdata)$/i

/**
 * Reads the text of a document part by part, with the cell references of a workbook, and what in it
 * is active.
 */
function lookIntoDocument(document: OpenDocument, found: Found): void {
  const { place, zip, parts, read } = document
  const { at } = place
  const active = new Set<string>()
  const seen = new Set<string>()
  const kind = parts === null ? null : officeKind(parts)
  if (kind === 'xlsb') addObservation(found.unread, at, '是二进制的Excel文件（XLSB），没有打开')
  else if (
    kind?.startsWith('xls') === true ||
    /(?:^|\/)workbook[^/]*\.xml$/i.test(parts?.main ?? '')
  )
    lookIntoSheets(
      document,
      (entry, content) => {
        if (!seen.has(entry.name)) lookIntoPart(document, entry.name, content, found, active, true)
        seen.add(entry.name)
      },
      found,
    )
  for (const entry of zip.entries) {
    const { name } = entry
    if (seen.has(name) || name.endsWith('/')) continue
    const isEmbedded = /(^|\/)(embeddings\/|oleObject)/i.test(name)
    if (/vbaProject\.bin$/i.test(name)) {
      active.add('宏（VBA）')
      continue
    }
    if (isEmbedded) active.add('嵌入的其他文件')
    else if (/(^|\/)activeX\//i.test(name)) active.add('ActiveX 控件')
    const type = parts?.typeOf(name) ?? ''
    const isXml = /\.(xml|rels|vml|svg)$/i.test(name) || /[+/]xml$/i.test(type)
    if (!isXml) {
      if (!pictureOrFont.test(name) || !/^(?:image\/|font\/|application\/.*font|$)/i.test(type))
        lookIntoEntry(place, entry, read, found)
      continue
    }
    checkEntry(at, entry, found)
    orUnread(found, at, () => {
      lookIntoPart(document, name, read(entry), found, active)
    })
  }
  for (const what of active) addObservation(found.active, at, what)
}

/** Reads the cells of a workbook, and passes each part that it reads to `look`. */
function lookIntoSheets(
  { place: { at }, zip, read }: OpenDocument,
  action: (entry: ZipEntry, content: Uint8Array) => void,
  found: Found,
): void {
  const readAndLook: Read = (entry) => {
    const content = read(entry)
    action(entry, content)
    return content
  }
  orUnread(found, at, () => {
    const sheets = sheetsOrNone({ get: zip.get, read: readAndLook }, found.budget)
    for (const { name, rows } of sheets) {
      const where = `${at}工作表“${shortName(name)}”`
      const head = rows.slice(0, 12).map((row) =>
        row
          .map(({ text }) => text.slice(0, maxMarkingLength))
          .filter((text) => text !== '')
          .join(' '),
      )
      found.texts.push({ where, text: head.join('\n'), part: 'head' })
      // The nearest short text above each cell in its column.
      const heads: string[] = []
      for (const [n, row] of rows.entries())
        for (const [column, { text }] of row.entries()) {
          if (text === '') continue
          const place = `${where}${columnName(column)}${n + 1}`
          addText(found, { where: place, text, part: 'body', head: heads[column] ?? '' })
          if (text.length <= maxColumnHeadLength && !/\d/.test(text)) heads[column] = text
        }
    }
    if (found.budget.cells < 0) throw new TooMuch('cells')
  })
}

/** The sheets of a workbook; empty if a part is not XML, which `lookIntoPart` reports. */
function sheetsOrNone(...given: Parameters<typeof sheetsOf>): ReturnType<typeof sheetsOf> {
  try {
    return sheetsOf(...given)
  } catch (error) {
    if (error instanceof XmlError) return []
    throw error
  }
}

/**
 * Reads an XML part as a whole.
 *
 * @param isRead whether its text was already read cell by cell
 */
function lookIntoPart(
  { place: { at }, parts }: OpenDocument,
  name: string,
  bytes: Uint8Array,
  found: Found,
  active: Set<string>,
  isRead = false,
): void {
  const isMain = name === parts?.main || /(?:^|\/)Content\.xml$/.test(name)
  const where = `${at}${isMain ? '正文' : partName(name)}`
  const head: string[] = []
  const hasHead = isMain || withHead.test(name)
  try {
    readPart(bytes, {
      element() {
        spendBudget(found.budget, 'elements', 1)
      },
      line(text, element) {
        if (isRead) {
          // Inline text was read with its cell; a shared string may belong to no cell.
          if (element !== 'is') addBeside(found, where, text)
          return
        }
        if (hasHead && head.length < headLines) head.push(text.slice(0, maxMarkingLength))
        addText(found, { where, text, part: 'body' })
      },
      beside(text, element) {
        if (/^(?:odd|even|first)(?:Header|Footer)$/.test(element))
          addText(found, { where: `${at}页眉页脚`, text: printed(text), part: 'both' })
        else {
          if (isProperty.test(name) && head.length < headLines)
            head.push(text.slice(0, maxMarkingLength))
          addBeside(found, where, text)
        }
      },
      code(text) {
        addBeside(found, where, text, 'code')
      },
      link(target) {
        addBeside(found, `${at}超链接`, target, 'link')
      },
      active: (what) => active.add(what),
      loads(what, of) {
        addObservation(found.active, at, what, of)
      },
    })
  } catch (error) {
    // Drawings of older programs (VML) are often invalid XML; report all other parts.
    if (!(error instanceof XmlError && /\.vml$/i.test(name))) addUnread(found, at, error, name)
    if (error instanceof XmlError)
      orUnread(found, at, () => {
        addBeside(found, where, textOf(bytes) ?? '')
      })
  }
  if (head.length > 0) found.texts.push({ where, text: head.join('\n'), part: 'head' })
}

/** How many lines of a part are searched for a marking, and how many characters of each. */
const headLines = 40
const maxMarkingLength = 300
/** Longest column heading, in characters; longer text is content. */
const maxColumnHeadLength = 30
/** Parts in which a reader may see a marking. */
const withHead = /header|footer|drawing|diagrams\/|slides\//i
const isProperty = /^docProps\/(?:core|custom)[^/]*$/i

/**
 * The text of a sheet's header or footer without its format codes (ECMA-376, 18.3.1.46):
 * `&C&"宋体"&12机密`.
 */
const printed = (text: string): string =>
  text.replace(/&[LCR]/g, '\n').replace(/&(?:"[^"]*"|K[\dA-F]{6}|\d{1,3} ?|[A-Z])/g, '')

const partName = (name: string): string => {
  const names: readonly [RegExp, string][] = [
    [/header\d*\.xml$/, '页眉'],
    [/footer\d*\.xml$/, '页脚'],
    [/comments/i, '批注'],
    [/footnotes|endnotes/, '注释'],
    [/charts\//, '图表'],
    [/drawing|diagrams\//i, '文本框'],
    [/pivot/i, '数据透视表'],
    [/externalLinks\//, '链接的其他表格'],
    [/docProps\//, '文件属性'],
    [/^Doc_\d+\//, '正文'],
  ]
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? name
}

/**
 * Searches an older Office or WPS document without parsing its format. Its text is UTF-16, or
 * single bytes for Latin: numbers can be found, but no places and no markings.
 */
function lookIntoCompound(place: Place, bytes: Uint8Array, found: Found): void {
  const { at } = place
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) {
    addObservation(found.unread, at, '文件设了密码')
    return
  }
  if (holds('_VBA_PROJECT') || holds('Macros')) addObservation(found.active, at, '宏（VBA）')
  if (objectStreams.some((name) => content.includes(name)))
    orUnread(found, at, () => {
      lookIntoObject(place, content, found)
    })
  const readings = [
    () => content.toString('latin1'),
    () => content.toString('utf16le'),
    () => content.subarray(1).toString('utf16le'),
  ]
  let hasCommand = false
  for (const reading of readings)
    for (const [text] of reading().matchAll(/[\t\n\r -~\u3000-\u9fff\uff00-\uffef]{8,}/g)) {
      addText(found, { where: `${at}正文`, text, part: 'body' })
      if (hasCommand || !/\bDDEAUTO\b/.test(text)) continue
      hasCommand = true
      addObservation(found.active, at, command)
    }
}

/** Names of the streams with an embedded file (MS-OLEDS 2.3.6), as the container lists them. */
const objectStreams = ['Package', '\u0001Ole10Native'].map((name) =>
  Buffer.from(name.padEnd(32, '\0'), 'utf16le'),
)

/**
 * Reads the PDF or archive embedded in an object. Nearly all containers store it contiguously;
 * otherwise it is reported as an archive or a PDF that cannot be opened.
 */
function lookIntoObject(place: Place, content: Buffer, found: Found): void {
  const pdf = content.indexOf('%PDF-')
  if (pdf >= 0) addPdf(place.at, content.subarray(pdf), found)
  const start = content.indexOf(Buffer.from('504b0304', 'hex'))
  const end = content.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (start < 0 || end < start) return
  const comment = content.readUInt16LE(Math.min(end + 20, content.length - 2))
  const archive = content.subarray(start, end + 22 + comment)
  lookIntoZip({ ...place, depth: place.depth + 1 }, archive, found)
}
