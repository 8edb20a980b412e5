import { readXml, XmlError } from '#archive/read-xml.ts'
import { openZip, type Zip, type ZipEntry, ZipError, type ZipRefusal } from '#archive/read-zip.ts'
import { sheetsOf } from '#spreadsheet/read-workbook.ts'
import { columnName, SheetMistake } from '#spreadsheet/sheet.ts'
import { type AttachmentBudget, take, TooMuch, wholeBudget } from './attachment-budget.ts'
import { mostEntries } from './attachment-content.ts'
import { addSign, shortName, type Sign } from './attachment-signs.ts'
import { decodedText, isUtf16 } from './decoded-text.ts'
import { signatureOf } from './file-signatures.ts'
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

const megabyte = 1024 * 1024
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
  const found: Found = { texts: [], active: new Map(), unread: new Map(), pdfs: [], budget }
  orUnread(found, '', () => {
    lookInto({ name, at: '', parent: '', depth: 0 }, bytes, found)
  })
  return {
    texts: found.texts,
    active: [...found.active.values()],
    unread: [...found.unread.values()],
    pdfs: found.pdfs,
  }
}

function addText(found: Found, text: AttachmentText): void {
  take(found.budget, 'texts', 1)
  take(found.budget, 'characters', text.text.length)
  found.texts.push(text)
}

/** Does something with a file; what then cannot be read is told, and hides nothing that was. */
function orUnread(found: Found, at: string, look: () => void): void {
  try {
    look()
  } catch (error) {
    addSign(found.unread, at, ...reasonOf(error))
  }
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
  'too-many-bytes': `解压以后超过${mostOfOneEntry / megabyte}兆`,
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
      lookIntoCompound(at, bytes, found)
      return
    case 'program':
      // Text may begin with the same letters; an attachment itself is text where its name says so.
      if (depth > 0 && !programEnding.test(name)) addSign(found.active, parent, '程序', name)
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
  bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes) ? null : decodedText(bytes)

function lookIntoText({ name, at }: Place, bytes: Uint8Array, found: Found): void {
  const text = textOf(bytes)
  // A PDF may begin with a few bytes of something else.
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-') && (text === null || /\.pdf$/i.test(name))) addPdf(at, bytes, found)
  else if (text === null && !pictures.test(start)) addSign(found.unread, at, '内容认不出')
  if (text === null) return
  if (/\.(csv|tsv|txt)$/i.test(name) && commandCell.test(text)) addSign(found.active, at, command)
  addText(found, { where: at, text, part: 'both', hasLines: true })
}

/** The first bytes of pictures other than PNG and JPEG: GIF, BMP, TIFF, WebP, EMF. */
const pictures = /^(?:GIF8[79]a|BM|II\*\0|MM\0\*|RIFF.{4}WEBP|\x01\0\0\0.{36} EMF)/s

/** A cell that lets a spreadsheet program start another one: `=cmd|'/c calc'!A0`. */
const commandCell =
  /(?:^|[,;\t"])[ \t]{0,20}[=+@-][ \t]{0,20}(?:[\w.]{1,60}\|'?[^,\n]{0,200}'?!|DDE[ \t]{0,20}\()/im
const command = '会启动其他程序的公式（DDE）'

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
  if (zip.get('xl/workbook.xml') !== undefined) lookIntoWorkbook(place, zip, read, found)
  else if (zip.get('word/document.xml') ?? zip.get('OFD.xml') ?? zip.get('[Content_Types].xml'))
    lookIntoDocument(place, zip, read, found)
  else if (place.depth < deepest)
    for (const entry of zip.entries) lookIntoEntry(place, entry, read, found)
  else addSign(found.unread, place.at, tooDeep)
}

const tooDeep = '压缩包里的压缩包太深，没有打开'

/** Endings of files that run or load something when they are opened. */
const programEnding =
  /\.(exe|dll|com|scr|pif|msi|bat|cmd|ps1|vbs?|vbe|jse?|wsf|hta|lnk|jar|apk|sh|app|reg|docm|dotm|xlsm|xlam|xltm|pptm|html?|svg|iso|img)$/i

/** Looks into a file of an archive; one that is refused hides nothing in the others. */
function lookIntoEntry(
  { at: parent, depth }: Place,
  entry: ZipEntry,
  read: Read,
  found: Found,
): void {
  const { name } = entry
  const at = `${parent}“${shortName(name)}”`
  if (/(^|[/\\])\.\.([/\\]|$)|^([/\\]|[a-z]:)/i.test(name))
    addSign(found.active, parent, '会解压到别处的文件', name)
  if ((entry.unixMode ?? 0) >> 12 === symbolicLink)
    addSign(found.active, parent, '指向别处的链接', name)
  if (name.endsWith('/')) return
  if (programEnding.test(name)) addSign(found.active, parent, '程序或网页文件', name)
  if (/\.(rar|7z|tar|gz|bz2|xz)$/i.test(name)) addSign(found.unread, at, '是别种压缩包，没有打开')
  else
    orUnread(found, at, () => {
      lookInto({ name, at, parent, depth: depth + 1 }, read(entry), found)
    })
}

const symbolicLink = 0o12

/** In characters; what is longer is no marking. */
const longestMarking = 300

const headOf = (lines: readonly string[]): string =>
  lines
    .slice(0, 40)
    .map((line) => line.slice(0, longestMarking))
    .join('\n')

/** A workbook's cells by their places, and the text of its other parts. */
function lookIntoWorkbook(place: Place, zip: Zip, read: Read, found: Found): void {
  const { at } = place
  orUnread(found, at, () => {
    const sheets = sheetsOf({ get: zip.get, read }, found.budget)
    for (const { name, rows } of sheets) {
      const where = `${at}工作表“${shortName(name)}”`
      const head = rows.slice(0, 12).map((row) =>
        row
          .map(({ text }) => text.slice(0, longestMarking))
          .filter((text) => text !== '')
          .join(' '),
      )
      found.texts.push({ where, text: head.join('\n'), part: 'head' })
      for (const [n, row] of rows.entries())
        for (const [column, { text }] of row.entries())
          if (text !== '')
            addText(found, { where: `${where}${columnName(column)}${n + 1}`, text, part: 'body' })
    }
    if (found.budget.cells < 0) throw new TooMuch('cells')
  })
  lookIntoDocument(place, zip, read, found, /^xl\/(?:worksheets\/(?!_rels)|sharedStrings)/)
}

/** Parts of a document that hold no text of their own: pictures, fonts, settings, seals. */
const withoutText =
  /\.(bin|emf|wmf|wdp|png|jpe?g|gif|bmp|tiff?|svg|ttf|otf|odttf|fntdata|vml|dat|esl)$/i

/** The text of a document, paragraph by paragraph, and what is active in its parts. */
function lookIntoDocument(
  place: Place,
  zip: Zip,
  read: Read,
  found: Found,
  others: RegExp | null = null,
): void {
  const { at } = place
  const active = new Set<string>()
  for (const entry of zip.entries) {
    const { name } = entry
    if (name.endsWith('/')) continue
    const embedded = /(^|\/)(embeddings\/|oleObject)/i.test(name)
    if (/vbaProject\.bin$/i.test(name)) active.add('宏（VBA）')
    else if (embedded) active.add('嵌入的其他文件')
    else if (/(^|\/)activeX\//i.test(name)) active.add('ActiveX 控件')
    if (name === 'xl/connections.xml') active.add('外部数据连接')
    if (/\.(xml|rels)$/i.test(name)) {
      if (others?.test(name) !== true) lookIntoPart(at, name, () => read(entry), found, active)
    } else if (!embedded && !withoutText.test(name)) lookIntoEntry(place, entry, read, found)
  }
  for (const what of active) addSign(found.active, at, what)
}

function lookIntoPart(
  at: string,
  name: string,
  read: () => Uint8Array,
  found: Found,
  active: Set<string>,
): void {
  const lines: string[] = []
  try {
    readPart(read(), {
      budget: found.budget,
      line: (text) => lines.push(text),
      active: (what) => active.add(what),
      outside: (what, target) => {
        addSign(found.active, at, what, target)
      },
    })
  } catch (error) {
    const [what, of] = reasonOf(error)
    addSign(found.unread, at, what, of ?? name)
  }
  if (name.endsWith('.rels') || lines.length === 0) return
  const isMain = /document\.xml$|Content\.xml$/i.test(name)
  const where = `${at}${isMain || name.includes('Doc_') ? '正文' : partName(name)}`
  if (isMain || name.includes('header'))
    found.texts.push({ where, text: headOf(lines), part: 'head' })
  for (const text of lines) found.texts.push({ where, text, part: 'body' })
}

/** Elements that hold text, and those with which a line ends, in Office documents and in OFD. */
const textElements = new Set(['t', 'TextCode', 'delText'])
const lineElements = new Set(['p', 'si', 'comment', 'TextObject'])

const partName = (name: string): string => {
  const names: readonly [RegExp, string][] = [
    [/header\d*\.xml$/, '页眉'],
    [/footer\d*\.xml$/, '页脚'],
    [/comments/, '批注'],
    [/footnotes|endnotes/, '注释'],
    [/drawing/, '文本框'],
    [/docProps\//, '文件属性'],
  ]
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? name
}

/** What is done with what is found in a part of a document. */
interface PartVisitor {
  readonly budget: AttachmentBudget
  readonly line: (text: string) => void
  readonly active: (what: string) => void
  readonly outside: (what: string, target: string) => void
}

/** The lines of a part's text, and what its fields and relations load. */
function readPart(bytes: Uint8Array, { budget, line: give, active, outside }: PartVisitor): void {
  let line = ''
  let field = ''
  let inText = false
  let inField = false
  const end = (): void => {
    if (line.trim() !== '') {
      take(budget, 'texts', 1)
      take(budget, 'characters', line.length)
      give(line)
    }
    line = ''
  }
  const fieldEnds = (): void => {
    if (/\b(?:DDE|DDEAUTO)\b/.test(field)) active(command)
    if (/\bINCLUDE(?:TEXT|PICTURE)\b/.test(field)) active('从别处取内容的域')
    field = ''
  }
  readXml(bytes, {
    open(name, attributes) {
      inText = textElements.has(name)
      inField = name === 'instrText'
      if (name === 'tab' || name === 'br' || name === 'tc') line += ' '
      if (name === 'ddeLink') active(command)
      if (name === 'fldSimple') field += attributes['w:instr'] ?? ''
      if (name === 'Relationship') outsideRelation(attributes, outside)
    },
    text(text) {
      if (inText) line += text
      else if (inField) field += text
    },
    close(name) {
      inText = false
      inField = false
      if (!lineElements.has(name)) return
      end()
      fieldEnds()
    },
  })
  end()
  fieldEnds()
}

/** What a document loads from elsewhere when it is opened; links that a reader clicks are not among it. */
function outsideRelation(
  { Type = '', Target = '', TargetMode }: Readonly<Record<string, string>>,
  outside: PartVisitor['outside'],
): void {
  if (TargetMode !== 'External') return
  const type = Type.split('/').at(-1) ?? ''
  if (type === 'hyperlink') return
  outside(type === 'attachedTemplate' ? '外部模板' : '打开时从别处取的内容', Target)
}

/**
 * The text of older Office and WPS documents is in their container as UTF-16, or as single bytes where
 * it is Latin: numbers can be found without knowing the format, places and markings cannot.
 */
function lookIntoCompound(at: string, bytes: Uint8Array, found: Found): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) {
    addSign(found.unread, at, '文件设了密码')
    return
  }
  if (holds('_VBA_PROJECT') || holds('Macros')) addSign(found.active, at, '宏（VBA）')
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
