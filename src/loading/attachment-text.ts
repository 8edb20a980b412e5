import { readXml, XmlError } from '#archive/read-xml.ts'
import { openZip, type Zip, type ZipEntry, ZipError, type ZipRefusal } from '#archive/read-zip.ts'
import { readWorkbook } from '#spreadsheet/read-workbook.ts'
import { columnName, SheetMistake } from '#spreadsheet/sheet.ts'
import { mostEntries } from './attachment-content.ts'
import { decodedText } from './decoded-text.ts'
import { signatureOf } from './file-signatures.ts'
import { pdfActions } from './pdf-actions.ts'

/** A piece of the text of an attachment. */
export interface AttachmentText {
  /** Where it stands, in Chinese: 第3行, 工作表“名单”B2; empty for the whole file. */
  readonly where: string
  readonly text: string
  /** `head`: the first lines once more, in which a marking would stand; `both`: with them. */
  readonly part: 'head' | 'body' | 'both'
  /** Whether a place in it is told by its line. */
  readonly hasLines?: true
}

/** What is inside an attachment, as far as it can be told without opening it in its program. */
export interface AttachmentInside {
  readonly texts: readonly AttachmentText[]
  /** What runs, loads or carries something of its own when the file is opened, in Chinese. */
  readonly active: readonly string[]
  /** Why something in it could not be read, in Chinese; null when everything was. */
  readonly unread: string | null
  /** PDF files in it whose text has to be read by a library, with where they are. */
  readonly pdfs: readonly { readonly where: string; readonly bytes: Uint8Array }[]
}

const nothing: AttachmentInside = { texts: [], active: [], unread: null, pdfs: [] }

const megabyte = 1024 * 1024
/** Of one attachment, with the archives in it, no more is inflated; a page of text takes a few kilobytes. */
const mostInflated = 128 * megabyte
const mostOfOneEntry = 64 * megabyte
/** Archives in archives in an archive. */
const deepest = 3

/**
 * Looks into an attachment: the text of text files, Office documents, OFD and what is in archives, and
 * what in them is active. Pictures are not read.
 *
 * @param name of the file, whose ending says whether it is a table of cells
 */
export const insideOf = (name: string, bytes: Uint8Array): AttachmentInside =>
  inside(name, bytes, { left: mostInflated }, 0)

function inside(
  name: string,
  bytes: Uint8Array,
  budget: { left: number },
  depth: number,
): AttachmentInside {
  switch (signatureOf(bytes)) {
    case 'pdf':
      return { ...nothing, active: pdfActions(bytes), pdfs: [{ where: '', bytes }] }
    case 'zip':
      return insideZip(name, bytes, budget, depth)
    case 'compound':
      return insideCompound(bytes)
    case 'program':
      return depth === 0 ? nothing : { ...nothing, active: [`程序“${name}”`] }
    case 'png':
    case 'jpg':
      return nothing
    case null:
      return insideText(name, bytes)
  }
}

function insideText(name: string, bytes: Uint8Array): AttachmentInside {
  // Text has no control characters; of anything else there is no text to read.
  const text = bytes.subarray(0, 4096).includes(0) ? null : decodedText(bytes)
  if (text === null) return nothing
  return {
    ...nothing,
    texts: [{ where: '', text, part: 'both', hasLines: true }],
    active: /\.(csv|tsv|txt)$/i.test(name) && commandCell.test(text) ? [command] : [],
  }
}

/** A cell that lets a spreadsheet program start another one: `=cmd|'/c calc'!A0`. */
const commandCell =
  /(?:^|[,;\t"])[ \t]{0,20}[=+@-][ \t]{0,20}(?:[\w.]{1,60}\|'?[^,\n]{0,200}'?!|DDE[ \t]{0,20}\()/im
const command = '会启动其他程序的公式（DDE）'

/** What an archive that is refused is called. */
const refusals: Readonly<Record<ZipRefusal, string>> = {
  broken: '压缩包打不开，或者两个程序会读出不同的内容',
  encrypted: '压缩包设了密码',
  unsupported: '压缩方式认不出',
  'too-many-entries': `压缩包里的文件超过${mostEntries}个`,
  'too-many-bytes': `解压以后超过${mostOfOneEntry / megabyte}兆`,
}

function insideZip(
  name: string,
  bytes: Uint8Array,
  budget: { left: number },
  depth: number,
): AttachmentInside {
  try {
    const zip = openZip(bytes, {
      entries: mostEntries,
      entryBytes: mostOfOneEntry,
      totalBytes: budget.left,
    })
    const read = (entry: ZipEntry): Uint8Array => {
      const content = zip.read(entry)
      budget.left -= content.length
      return content
    }
    if (zip.get('xl/workbook.xml') !== undefined) return insideWorkbook(bytes, zip, read)
    if (zip.get('word/document.xml') ?? zip.get('OFD.xml') ?? zip.get('[Content_Types].xml'))
      return insideDocument(zip, read)
    return insideArchive(zip, read, budget, depth)
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    return { ...nothing, unread: `${depth === 0 ? '' : `“${name}”`}${refusals[error.reason]}` }
  }
}

type Read = (entry: ZipEntry) => Uint8Array

const together = (all: readonly AttachmentInside[]): AttachmentInside => ({
  texts: all.flatMap(({ texts }) => texts),
  active: [...new Set(all.flatMap(({ active }) => active))],
  unread: all.find(({ unread }) => unread !== null)?.unread ?? null,
  pdfs: all.flatMap(({ pdfs }) => pdfs),
})

/** Endings of files that run or load something when they are opened. */
const programEnding =
  /\.(exe|dll|com|scr|pif|msi|bat|cmd|ps1|vbs?|vbe|jse?|wsf|hta|lnk|jar|apk|sh|app|reg|docm|dotm|xlsm|xlam|xltm|pptm|html?|svg|iso|img)$/i

function insideArchive(
  zip: Zip,
  read: Read,
  budget: { left: number },
  depth: number,
): AttachmentInside {
  const found: AttachmentInside[] = []
  for (const entry of zip.entries) {
    const { name } = entry
    const isFolder = name.endsWith('/')
    if (/(^|[/\\])\.\.([/\\]|$)|^([/\\]|[a-z]:)/i.test(name))
      found.push({ ...nothing, active: [`会解压到别处的文件“${name}”`] })
    if ((entry.unixMode ?? 0) >> 12 === symbolicLink)
      found.push({ ...nothing, active: [`指向别处的链接“${name}”`] })
    if (isFolder) continue
    if (programEnding.test(name)) found.push({ ...nothing, active: [`程序或网页文件“${name}”`] })
    if (/\.(rar|7z|tar|gz|bz2|xz)$/i.test(name) || depth === deepest)
      found.push({ ...nothing, unread: `里面的“${name}”还是压缩包，没有打开` })
    else found.push(placed(name, entryInside(entry)))
  }
  return together(found)

  /** One entry that is refused hides nothing in the others. */
  function entryInside(entry: ZipEntry): AttachmentInside {
    try {
      return inside(entry.name, read(entry), budget, depth + 1)
    } catch (error) {
      if (!(error instanceof ZipError)) throw error
      return { ...nothing, unread: refusals[error.reason] }
    }
  }
}

const symbolicLink = 0o12

/** What was found in a file of an archive, with the file where it is. */
const placed = (
  name: string,
  { texts, active, unread, pdfs }: AttachmentInside,
): AttachmentInside => ({
  texts: texts.map((one) => ({ ...one, where: `“${name}”${one.where}` })),
  active: active.map((one) => (one.includes(`“${name}”`) ? one : `“${name}”里的${one}`)),
  unread: unread === null || unread.includes(`“${name}”`) ? unread : `“${name}”：${unread}`,
  pdfs: pdfs.map(({ where, bytes }) => ({ where: `“${name}”${where}`, bytes })),
})

/** A workbook's cells by their places, and the text of its other parts. */
function insideWorkbook(bytes: Uint8Array, zip: Zip, read: Read): AttachmentInside {
  const others = insideDocument(zip, read, /^xl\/(?!worksheets\/|sharedStrings)/)
  try {
    const texts = readWorkbook(bytes).flatMap(({ name, rows }) => [
      {
        where: `工作表“${name}”`,
        text: rows
          .slice(0, 12)
          .map((row) =>
            row
              .map(({ text }) => text)
              .filter((text) => text !== '')
              .join(' '),
          )
          .join('\n'),
        part: 'head' as const,
      },
      ...rows.flatMap((row, n) =>
        row.flatMap(({ text }, column) =>
          text === ''
            ? []
            : [
                {
                  where: `工作表“${name}”${columnName(column)}${n + 1}`,
                  text,
                  part: 'body' as const,
                },
              ],
        ),
      ),
    ])
    return together([{ ...nothing, texts }, others])
  } catch (error) {
    if (!(error instanceof SheetMistake)) throw error
    return together([{ ...nothing, unread: error.message.replace(/。.*$/, '') }, others])
  }
}

/** Elements that hold text, and those with which a line ends, in Office documents and in OFD. */
const textElements = new Set(['t', 'TextCode', 'delText'])
const lineElements = new Set(['p', 'si', 'comment', 'TextObject'])

/** The text of the XML parts of a document, paragraph by paragraph, and what is active in its parts. */
function insideDocument(zip: Zip, read: Read, parts = /\.xml$|\.rels$/): AttachmentInside {
  const texts: AttachmentText[] = []
  const active: string[] = []
  let unread: string | null = null
  for (const entry of zip.entries) {
    const { name } = entry
    if (/vbaProject\.bin$/i.test(name)) active.push('宏（VBA）')
    else if (/(^|\/)(embeddings\/|oleObject)/i.test(name)) active.push('嵌入的其他文件')
    else if (/(^|\/)activeX\//i.test(name)) active.push('ActiveX 控件')
    if (name === 'xl/connections.xml') active.push('外部数据连接')
    const isRelations = name.endsWith('.rels')
    if (!isRelations && !(parts.test(name) && name.endsWith('.xml'))) continue
    try {
      const part = readPart(read(entry))
      active.push(...part.active)
      if (!isRelations && part.lines.length > 0) {
        const isMain = /document\.xml$|Content\.xml$/i.test(name)
        const where = isMain || name.includes('Doc_') ? '正文' : partName(name)
        if (isMain || name.includes('header'))
          texts.push({ where, text: part.lines.slice(0, 40).join('\n'), part: 'head' as const })
        texts.push(...part.lines.map((text) => ({ where, text, part: 'body' as const })))
      }
    } catch (error) {
      if (error instanceof ZipError) unread = refusals[error.reason]
      else if (error instanceof XmlError) unread = `里面的 ${name} 有错误，读不下去`
      else throw error
    }
  }
  return { texts, active: [...new Set(active)], unread, pdfs: [] }
}

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

/** The lines of a part's text, and what its fields and relations load. */
function readPart(bytes: Uint8Array): { lines: string[]; active: string[] } {
  const lines: string[] = []
  const active: string[] = []
  let line = ''
  let field = ''
  let inText = false
  let inField = false
  const end = (): void => {
    if (line.trim() !== '') lines.push(line)
    line = ''
  }
  const fieldEnds = (): void => {
    if (/\b(?:DDE|DDEAUTO)\b/.test(field)) active.push(command)
    if (/\bINCLUDE(?:TEXT|PICTURE)\b/.test(field)) active.push('从别处取内容的域')
    field = ''
  }
  readXml(bytes, {
    open(name, attributes) {
      inText = textElements.has(name)
      inField = name === 'instrText'
      if (name === 'tab' || name === 'br' || name === 'tc') line += ' '
      if (name === 'ddeLink') active.push(command)
      if (name === 'fldSimple') field += attributes['w:instr'] ?? ''
      if (name === 'Relationship') active.push(...outsideRelation(attributes))
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
  return { lines, active }
}

/** What a document loads from elsewhere when it is opened; links that a reader clicks are not among it. */
function outsideRelation({
  Type = '',
  Target = '',
  TargetMode,
}: Readonly<Record<string, string>>): string[] {
  if (TargetMode !== 'External') return []
  const type = Type.split('/').at(-1) ?? ''
  if (type === 'hyperlink') return []
  const target = Target.length > 60 ? `${Target.slice(0, 60)}…` : Target
  return [
    type === 'attachedTemplate' ? `外部模板（${target}）` : `打开时从别处取的内容（${target}）`,
  ]
}

/**
 * The text of older Office and WPS documents stands in their container as UTF-16, or as single bytes
 * where it is Latin: numbers can be found without knowing the format, places and markings cannot.
 */
function insideCompound(bytes: Uint8Array): AttachmentInside {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return { ...nothing, unread: '文件设了密码' }
  const readings = [
    content.toString('latin1'),
    content.toString('utf16le'),
    content.subarray(1).toString('utf16le'),
  ]
  const texts = readings.flatMap((reading) =>
    [...reading.matchAll(/[\t\n\r -~\u3000-\u9fff\uff00-\uffef]{8,}/g)].map(([text]) => ({
      where: '正文',
      text,
      part: 'body' as const,
    })),
  )
  const hasMacros = holds('_VBA_PROJECT') || holds('Macros')
  return {
    ...nothing,
    texts,
    active: [
      ...(hasMacros ? ['宏（VBA）'] : []),
      ...(texts.some(({ text }) => /\bDDEAUTO\b/.test(text)) ? [command] : []),
    ],
  }
}
