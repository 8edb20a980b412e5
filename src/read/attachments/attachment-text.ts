import { megabyte, megabytes } from '#model/file-size.ts'
import { XmlError } from '../archive/read-xml.ts'
import { openZip, type Zip, type ZipEntry, ZipError, type ZipRefusal } from '../archive/read-zip.ts'
import { sheetsOf } from '../spreadsheet/read-workbook.ts'
import { columnName, SheetMistake } from '../spreadsheet/sheet.ts'
import { activeFamily, endingOf, isForeignArchive } from './active-files.ts'
import { activeCells, command } from './active-formulas.ts'
import { type AttachmentBudget, take, TooMuch, wholeBudget } from './attachment-budget.ts'
import { mostEntries } from './attachment-content.ts'
import { shortName } from '#messages/nearest.ts'
import { addSign, type Sign } from './observations.ts'
import { decodedText, utf16Mark } from '../files/decode.ts'
import { signatureOf } from './file-signatures.ts'
import { officeKind, type OfficePackage, officePackage } from './office-package.ts'
import { readPart } from './package-parts.ts'
import { pdfActions } from './pdf-actions.ts'

/** A piece of the text of an attachment. */
export interface AttachmentText {
  /** Where it is, in Chinese: 第3行, 工作表“名单”B2; empty for the whole file. */
  readonly where: string
  readonly text: string
  /** `head`: the first lines once more, in which a marking would be; `both`: with them. */
  readonly part: 'head' | 'body' | 'both'
  /** Whether a place in it is told by its line. */
  readonly hasLines?: true
  /** Whether its name says that it is a table: cells between commas or tabs below their heads. */
  readonly isTable?: true
  /**
   * What is no text that its program shows, and may be a copy of it: what is found elsewhere in the file is
   * not counted once more. `code` is an id or a place, in which only an identity number is looked for, and
   * `link` leads somewhere.
   */
  readonly beside?: 'text' | 'code' | 'link'
  /** The head of its column, for a cell of a workbook. */
  readonly head?: string
}

/** What is inside an attachment, as far as it can be told without opening it in its program. */
export interface AttachmentInside {
  readonly texts: readonly AttachmentText[]
  /** What runs, loads or carries something of its own when the file is opened, once a kind. */
  readonly active: readonly Sign[]
  /** Why something in it could not be read, once a reason. */
  readonly unread: readonly Sign[]
  readonly pdfs: readonly AttachedPdf[]
}

/** A PDF file whose text has to be read by a library. */
export interface AttachedPdf {
  /** The files of archives in which it is, each in “”; empty for the attachment itself. */
  readonly at: string
  readonly bytes: Uint8Array
  /** What in it is known to be active. */
  readonly active: readonly string[]
}

/** What is found, file by file, as it grows. */
interface Found {
  readonly texts: AttachmentText[]
  /** What is searched after all texts. */
  readonly beside: AttachmentText[]
  readonly active: Map<string, Sign>
  readonly unread: Map<string, Sign>
  readonly pdfs: AttachedPdf[]
  readonly budget: AttachmentBudget
}

/** A file that is looked into. */
interface Place {
  readonly name: string
  /** The files of archives in which it is, itself among them, each in “”; empty for the attachment. */
  readonly at: string
  /** The same without itself. */
  readonly parent: string
  /** In how many archives it is. */
  readonly depth: number
}

const mostOfOneEntry = 64 * megabyte
/** Archives in archives in an archive. */
const deepest = 3

/**
 * Looks into an attachment: the text of text files, Office documents, OFD and what is in archives, and
 * what in them is active. Pictures are not read. What is beyond the budget is told as unread.
 *
 * @param name of the file, whose ending says whether it is a table of cells
 * @param budget how much is read of it; counted down
 */
export function insideOf(
  name: string,
  bytes: Uint8Array,
  budget: AttachmentBudget = wholeBudget(),
): AttachmentInside {
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

/** How many groups of digits stand behind other digits and a single sign, as in `1 1` and in `1-1`. */
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
  take(found.budget, 'texts', 1)
  take(found.budget, 'characters', text.text.length + numberWork * groupsOfDigits(text.text))
  if (text.beside === undefined) found.texts.push(text)
  else found.beside.push(text)
}

/** What may hold a number, an address or a path; most of what stands beside a text does not. */
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
    (text.length >= shortest && (beside === 'code' ? longNumber : worthSearching).test(text))
  if (isWorth) addText(found, { where, text, part: 'body', beside })
}

/** In characters: of a number or an address. */
const shortest = 8

/** Does something with a file; what then cannot be read is told, and hides nothing that was. */
function orUnread(found: Found, at: string, look: () => void): void {
  try {
    look()
  } catch (error) {
    addUnread(found, at, error)
  }
}

function addUnread(found: Found, at: string, error: unknown, part = ''): void {
  const [what, of = part] = reasonOf(error)
  // After the first text that is too much all others are.
  if (!(error instanceof TooMuch && found.unread.has(what))) addSign(found.unread, at, what, of)
}

function reasonOf(error: unknown): [what: string, of?: string] {
  if (error instanceof TooMuch) return ['里面的内容太多，没有看完']
  if (error instanceof ZipError) return [refusals[error.reason]]
  if (error instanceof XmlError) return ['有错误，读不下去']
  if (error instanceof SheetMistake) return ['表格没有读全', error.message.replace(/。.*$/s, '')]
  throw error
}

/** What an archive that is refused is called. */
const refusals: Readonly<Record<ZipRefusal, string>> = {
  broken: '压缩包打不开，或者两个程序会读出不同的内容',
  encrypted: '压缩包设了密码',
  unsupported: '压缩方式认不出',
  'too-many-entries': `压缩包里的文件一共超过${mostEntries}个`,
  'too-many-bytes': `解压以后超过${megabytes(mostOfOneEntry)}兆`,
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
      // Text may begin with the same letters; an attachment itself is text where its name says so.
      if (depth > 0 && activeFamily(name) === null) addSign(found.active, parent, '程序', name)
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
  for (const what of active) addSign(found.active, at, what)
  if (unread !== null) addSign(found.unread, at, unread)
  found.pdfs.push({ at, bytes, active })
}

/** Text has no zeros but in UTF-16, which says so at its start; null for what is no text. */
const textOf = (bytes: Uint8Array): string | null =>
  bytes.subarray(0, 4096).includes(0) && utf16Mark(bytes) === null ? null : decodedText(bytes)

function lookIntoText({ name, at }: Place, bytes: Uint8Array, found: Found): void {
  const text = textOf(bytes)
  // A PDF may begin with a few bytes of something else.
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-') && (text === null || /\.pdf$/i.test(name))) addPdf(at, bytes, found)
  else if (text === null && !pictures.test(start) && !isWithoutText(name))
    addSign(found.unread, at, '内容认不出')
  if (text === null) return
  if (tables.has(endingOf(name)))
    for (const { what, of } of activeCells(text)) addSign(found.active, at, what, of)
  if (start.startsWith('{\\rtf')) lookIntoRichText(at, text, found)
  const isTable = ['csv', 'tsv', 'tab'].includes(endingOf(name)) ? ({ isTable: true } as const) : {}
  addText(found, { where: at, text, part: 'both', hasLines: true, ...isTable })
}

/** The first bytes of pictures other than PNG and JPEG: GIF, BMP, TIFF, WebP, EMF. */
const pictures = /^(?:GIF8[79]a|BM|II\*\0|MM\0\*|RIFF.{4}WEBP|\x01\0\0\0.{36} EMF)/s

/** Endings of texts that a spreadsheet program opens as a table. */
const tables = new Set(['csv', 'tsv', 'tab', 'txt', 'prn', 'xls', 'et'])

/** What systems put into folders by themselves, and parts of documents that hold settings or seals. */
const isWithoutText = (name: string): boolean =>
  /(?:^|[/\\])(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/\\]*)$/i.test(name) ||
  (/(?:^|\/)(?:xl|word|ppt|visio|Doc_\d+|docProps|customXml|\[trash\])\//i.test(name) &&
    ['bin', 'dat', 'esl'].includes(endingOf(name)))

function lookIntoRichText(at: string, text: string, found: Found): void {
  if (/\\(?:objdata|objemb|objautlink|objocx|objupdate)\b/.test(text))
    addSign(found.active, at, '嵌入的其他文件')
  if (/\\\*\s?\\template\b[^}]{0,20}(?::[\\/]|\\\\)/.test(text))
    addSign(found.active, at, '外部模板')
  if (/\\fldinst\b[^}]{0,200}\bDDE(?:AUTO)?\b/i.test(text)) addSign(found.active, at, command)
}

type Read = (entry: ZipEntry) => Uint8Array

function lookIntoZip(place: Place, bytes: Uint8Array, found: Found): void {
  const { budget } = found
  // A document that holds itself would be opened without end.
  if (place.depth > deepest) {
    addSign(found.unread, place.at, tooDeep)
    return
  }
  const zip = openZip(bytes, {
    entries: budget.entries,
    entryBytes: mostOfOneEntry,
    totalBytes: budget.bytes,
  })
  take(budget, 'entries', zip.entries.length)
  const read: Read = (entry) => {
    if (entry.size > mostOfOneEntry) throw new ZipError('too-many-bytes')
    // Before it is inflated, so that what then turns out to be damaged counts too.
    take(budget, 'bytes', entry.size)
    return zip.read(entry)
  }
  const first = new Map<string, Uint8Array>()
  const parts = officePackage(zip, (entry) => {
    const content = read(entry)
    first.set(entry.name, content)
    return content
  })
  const readOnce: Read = (entry) => first.get(entry.name) ?? read(entry)
  if (parts !== null || zip.get('OFD.xml') !== undefined)
    lookIntoDocument({ place, zip, parts, read: readOnce }, found)
  else if (place.depth < deepest)
    for (const entry of zip.entries) lookIntoEntry(place, entry, read, found)
  else addSign(found.unread, place.at, tooDeep)
}

const tooDeep = '压缩包里的压缩包太深，没有打开'

/** Looks into a file of an archive; one that is refused hides nothing in the others. */
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
  // What macOS notes of a file has the name of that file, but nothing of it.
  const family = /(^|\/)\._[^/]*$/.test(name) ? null : activeFamily(name)
  if (family !== null) addSign(found.active, parent, family, name)
  if (isForeignArchive(name)) addSign(found.unread, at, '是别种压缩包，没有打开')
  else
    orUnread(found, at, () => {
      lookInto({ name, at, parent, depth: depth + 1 }, read(entry), found)
    })
}

/** Looks at what an archive says of a file: its name, and whether it leads elsewhere. */
function checkEntry(parent: string, { name, unixMode }: ZipEntry, found: Found): void {
  addBeside(found, `${parent}文件名`, name)
  if (/(^|[/\\])\.\.([/\\]|$)|^([/\\]|[a-z]:)/i.test(name))
    addSign(found.active, parent, '会解压到别处的文件', name)
  if ((unixMode ?? 0) >> 12 === symbolicLink) addSign(found.active, parent, '指向别处的链接', name)
}

const symbolicLink = 0o12

/** A document whose archive is open. */
interface OpenDocument {
  readonly place: Place
  readonly zip: Zip
  /** Null for OFD. */
  readonly parts: OfficePackage | null
  readonly read: Read
}

/** Pictures and fonts, which hold no text, unless the document says that one is something else. */
const pictureOrFont = /\.(emf|wmf|wdp|png|jpe?g|gif|bmp|tiff?|ttf|otf|odttf|fntdata)$/i

/** The text of a document, part by part, a workbook's cells by their places, and what is active in it. */
function lookIntoDocument(document: OpenDocument, found: Found): void {
  const { place, zip, parts, read } = document
  const { at } = place
  const active = new Set<string>()
  const seen = new Set<string>()
  const kind = parts === null ? null : officeKind(parts)
  if (kind === 'xlsb') addSign(found.unread, at, '是二进制的Excel文件（XLSB），没有打开')
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
  for (const what of active) addSign(found.active, at, what)
}

/** The cells of a workbook; every part that is read for them is given to be looked at as a whole too. */
function lookIntoSheets(
  { place: { at }, zip, read }: OpenDocument,
  look: (entry: ZipEntry, content: Uint8Array) => void,
  found: Found,
): void {
  const readAndLook: Read = (entry) => {
    const content = read(entry)
    look(entry, content)
    return content
  }
  orUnread(found, at, () => {
    const sheets = sheetsOrNone({ get: zip.get, read: readAndLook }, found.budget)
    for (const { name, rows } of sheets) {
      const where = `${at}工作表“${shortName(name)}”`
      const head = rows.slice(0, 12).map((row) =>
        row
          .map(({ text }) => text.slice(0, longestMarking))
          .filter((text) => text !== '')
          .join(' '),
      )
      found.texts.push({ where, text: head.join('\n'), part: 'head' })
      // The last short words above a number in its column.
      const heads: string[] = []
      for (const [n, row] of rows.entries())
        for (const [column, { text }] of row.entries()) {
          if (text === '') continue
          const place = `${where}${columnName(column)}${n + 1}`
          addText(found, { where: place, text, part: 'body', head: heads[column] ?? '' })
          if (text.length <= longestColumnHead && !/\d/.test(text)) heads[column] = text
        }
    }
    if (found.budget.cells < 0) throw new TooMuch('cells')
  })
}

/** The sheets of a workbook; a part that is no XML is told where it is looked at as a whole. */
function sheetsOrNone(...given: Parameters<typeof sheetsOf>): ReturnType<typeof sheetsOf> {
  try {
    return sheetsOf(...given)
  } catch (error) {
    if (error instanceof XmlError) return []
    throw error
  }
}

/**
 * Looks at an XML part as a whole.
 *
 * @param isRead whether its text is read elsewhere by the places of its cells
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
        take(found.budget, 'elements', 1)
      },
      line(text, element) {
        if (isRead) {
          // The text in a cell itself is read by its place; a shared one may be in none.
          if (element !== 'is') addBeside(found, where, text)
          return
        }
        if (hasHead && head.length < headLines) head.push(text.slice(0, longestMarking))
        addText(found, { where, text, part: 'body' })
      },
      beside(text, element) {
        if (/^(?:odd|even|first)(?:Header|Footer)$/.test(element))
          addText(found, { where: `${at}页眉页脚`, text: printed(text), part: 'both' })
        else {
          if (isProperty.test(name) && head.length < headLines)
            head.push(text.slice(0, longestMarking))
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
        addSign(found.active, at, what, of)
      },
    })
  } catch (error) {
    // Drawings of older programs (VML) are often no XML; of all others that is told.
    if (!(error instanceof XmlError && /\.vml$/i.test(name))) addUnread(found, at, error, name)
    if (error instanceof XmlError)
      orUnread(found, at, () => {
        addBeside(found, where, textOf(bytes) ?? '')
      })
  }
  if (head.length > 0) found.texts.push({ where, text: head.join('\n'), part: 'head' })
}

/** How many lines of a part are looked at for a marking, and how much of each, in characters. */
const headLines = 40
const longestMarking = 300
/** In characters; what is longer says more than what is below it. */
const longestColumnHead = 30
/** Parts that a reader sees like the head of a document. */
const withHead = /header|footer|drawing|diagrams\/|slides\//i
const isProperty = /^docProps\/(?:core|custom)[^/]*$/i

/** The text of a header or footer of a sheet without its codes (ECMA-376, 18.3.1.46): `&C&"宋体"&12机密`. */
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
 * The text of older Office and WPS documents is in their container as UTF-16, or as single bytes where
 * it is Latin: numbers can be found without knowing the format, places and markings cannot.
 */
function lookIntoCompound(place: Place, bytes: Uint8Array, found: Found): void {
  const { at } = place
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) {
    addSign(found.unread, at, '文件设了密码')
    return
  }
  if (holds('_VBA_PROJECT') || holds('Macros')) addSign(found.active, at, '宏（VBA）')
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
      addSign(found.active, at, command)
    }
}

/** Names of the streams in which an object keeps a whole file (MS-OLEDS 2.3.6), as the container lists them. */
const objectStreams = ['Package', '\u0001Ole10Native'].map((name) =>
  Buffer.from(name.padEnd(32, '\0'), 'utf16le'),
)

/**
 * The file that an object holds, where it is one that has to be opened. It lies in one piece in nearly all
 * containers; in any other it is told as an archive or a PDF that cannot be opened.
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
