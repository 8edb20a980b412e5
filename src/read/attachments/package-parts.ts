import { readXml } from '../archive/read-xml.ts'
import { command, formulaAction } from './active-formulas.ts'

/** Callbacks for the content of a part of a document. */
interface PartVisitor {
  /** An element, before its content. */
  readonly element: () => void
  /** A line of shown text, joined from its runs, and the element that ends it. */
  readonly line: (text: string, element: string) => void
  /** Text in any other element, with the element's name, and in attributes that hold text. */
  readonly beside: (text: string, element: string) => void
  /** An attribute or a number that is not text: an id, a coordinate, a chart point. */
  readonly code: (text: string) => void
  /** The target of a link that a reader can click. */
  readonly link: (target: string) => void
  /** Active content that is reported once for each document. */
  readonly active: (what: string) => void
  /** Active content that is reported with what it loads or calls. */
  readonly loads: (what: string, of: string) => void
}

/** Elements with text of a line, and elements that end a line, in Office documents and OFD. */
const textElements = new Set(['t', 'TextCode', 'delText'])
const lineElements = new Set(['p', 'si', 'is', 'comment', 'TextObject'])
/** Alternative content for older programs, or the pronunciation above a text. */
const asideElements = new Set(['Fallback', 'rt', 'rPh'])
/** Text that was taken out, or put in, while changes were tracked (ECMA-376, 17.13.5). */
const removedElements = new Set(['del', 'moveFrom'])
const insertedElements = new Set(['ins', 'moveTo'])
/** Elements that stand for one character of a line. */
const characterElements: Readonly<Record<string, string>> = {
  tab: ' ',
  ptab: ' ',
  br: ' ',
  cr: ' ',
  tc: ' ',
  noBreakHyphen: '-',
}
const formulaElements = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'oldFormula',
  'definedName',
  'calculatedColumnFormula',
  'totalsRowFormula',
])

/**
 * Attributes with text written by a person, in lower case; all others are ids, styles and
 * coordinates.
 */
const textAttributes = new Set(
  `v val value text descr title name string alt alttext caption tooltip display displayname displaytext
  prompt prompttitle error errortitle author initials instr uniquename alias tag subject keywords
  label`.split(/\s+/),
)
/** Attributes with an address. */
const linkAttributes = new Set(['uri', 'href', 'src', 'url'])

const scripted = '带脚本的图片（SVG）'
/** Event handlers of pictures (SVG 2, 15.8). */
const handlers =
  /^on(?:load|unload|error|resize|scroll|begin|end|repeat|activate|focus\w*|click|mouse\w+|key\w+|pointer\w+)$/

/** Lengths in characters of the shortest address (`10.0.0.1`) and of an identity number. */
const minLength = { text: 8, code: 18 } as const
const guid = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i

type AttributeKind = 'link' | 'text' | 'code'

function attributeKind(name: string): AttributeKind {
  const local = name.slice(name.indexOf(':') + 1).toLowerCase()
  if (linkAttributes.has(local)) return 'link'
  return textAttributes.has(local) ? 'text' : 'code'
}

/** A line of text that is being read. */
interface Line {
  /** With the tracked changes, as it is shown. */
  shown: string
  /** Without them. */
  before: string
  field: string
}

const emptyLine = (): Line => ({ shown: '', before: '', field: '' })

/**
 * Reads every text and attribute of an XML part of any kind, and what its formulas, fields,
 * relationships and content types run or load.
 *
 * @throws XmlError, and what a visitor throws
 */
export function readPart(bytes: Uint8Array, visitor: PartVisitor): void {
  let line = emptyLine()
  /** The lines around it: of the text beside a text box, or of the alternative content. */
  const outer: Line[] = []
  let asideDepth = 0
  let removedDepth = 0
  let insertedDepth = 0
  const addToLine = (text: string, isRemoved = removedDepth > 0): void => {
    if (!isRemoved) line.shown += text
    if (insertedDepth === 0) line.before += text
  }
  /** Text of the open element that is not part of a line or a field. */
  let own = ''
  const open: string[] = []
  let isNumber = false
  const kinds = new Map<string, AttributeKind>()
  const endLine = (element: string): void => {
    const { shown, before, field } = line
    line = outer.pop() ?? emptyLine()
    if (shown.trim() !== '') (asideDepth > 0 ? visitor.beside : visitor.line)(shown, element)
    // The text before the tracked changes is in the file, and programs show it on request.
    if (before !== shown && before.trim() !== '') visitor.beside(before, 'del')
    if (field === '') return
    fieldActions(field, visitor)
    visitor.beside(field, 'instrText')
  }
  const endOwn = (): void => {
    const element = open.at(-1) ?? ''
    if (own.trim() !== '') {
      if (formulaElements.has(element)) reportFormula(own, visitor)
      if (isNumber && element === 'v') visitor.code(own)
      else visitor.beside(own, element)
    }
    own = ''
  }
  readXml(bytes, {
    open(name, attributes) {
      visitor.element()
      endOwn()
      open.push(name)
      if (removedElements.has(name)) removedDepth++
      if (insertedElements.has(name)) insertedDepth++
      if (asideElements.has(name)) asideDepth++
      if (lineElements.has(name) || asideElements.has(name)) {
        // Text that is in no line is not joined across one.
        if (outer.length === 0) addToLine(' ')
        outer.push(line)
        line = emptyLine()
      }
      const character = characterElements[name]
      if (character !== undefined) addToLine(character)
      // A cell without a type and a chart point are numbers.
      if (name === 'numCache' || name === 'numLit' || name === 'c')
        isNumber = name !== 'c' || (attributes['t'] ?? 'n') === 'n'
      elementActions(name, attributes, visitor)
      if (name === 'fldSimple') line.field += attributes['w:instr'] ?? ''
      readAttributes(name, attributes, visitor, kinds)
    },
    text(text) {
      const element = open.at(-1) ?? ''
      if (textElements.has(element)) addToLine(text, removedDepth > 0 || element === 'delText')
      else if (element === 'instrText' || element === 'delInstrText') line.field += text
      else own += text
    },
    close(name) {
      endOwn()
      open.pop()
      if (name === 'numCache' || name === 'numLit' || name === 'c') isNumber = false
      if (lineElements.has(name) || asideElements.has(name)) endLine(name)
      if (removedElements.has(name)) removedDepth--
      if (insertedElements.has(name)) insertedDepth--
      if (asideElements.has(name)) asideDepth--
    },
  })
  endLine('')
}

function readAttributes(
  element: string,
  attributes: Readonly<Record<string, string>>,
  { beside, code, link, active }: PartVisitor,
  kinds: Map<string, AttributeKind>,
): void {
  // `Object.entries` for each element would make reading a large part a third slower.
  for (const name in attributes) {
    const value = attributes[name] ?? ''
    if (name.startsWith('on') && handlers.test(name)) active(scripted)
    if (value.length < minLength.text) continue
    const kind = kinds.get(name) ?? attributeKind(name)
    kinds.set(name, kind)
    if (kind === 'code') {
      if (value.length >= minLength.code) code(value)
      continue
    }
    if (/^\s*(?:java|vb)script:/i.test(value)) active(scripted)
    if (guid.test(value)) continue
    if (kind === 'link') link(value)
    else beside(value, element)
  }
}

function reportFormula(formula: string, { active, loads }: PartVisitor): void {
  const action = formulaAction(formula)
  if (action === null) return
  if (action.of === '') active(action.what)
  else loads(action.what, action.of)
}

function fieldActions(field: string, { active, link }: PartVisitor): void {
  const codes = field.replace(/"[^"]*"/g, ' ')
  if (/\bDDE(?:AUTO)?\b/i.test(codes)) active(command)
  if (/\bINCLUDE(?:TEXT|PICTURE)?\b|\b(?:LINK|IMPORT|DATABASE)\b/i.test(codes))
    active('从别处取内容的域')
  else for (const [, target = ''] of field.matchAll(/"([^"]{8,2000})"/g)) link(target)
}

/** Active kinds of parts by relationship type or content type, whatever their names. */
const partTypes: readonly (readonly [type: RegExp, what: string])[] = [
  [/\/(?:word)?vbaProject$|\.vbaProject\b|macroEnabled/i, '宏（VBA）'],
  [/\/xl(?:Intl)?Macrosheet$|\.(?:intl)?macrosheet\b/i, '宏表（Excel 4.0）'],
  [/\/control$|\/activeXControlBinary$|ms-office\.activeX/i, 'ActiveX 控件'],
  [/\/(?:oleObject|package|aFChunk)$|\.oleObject$/i, '嵌入的其他文件'],
  [/\/connections$|\.connections\+xml$/i, '外部数据连接'],
  [/\/webextension(?:taskpanes)?$/i, '加载项'],
]

function elementActions(
  element: string,
  attributes: Readonly<Record<string, string>>,
  visitor: PartVisitor,
): void {
  switch (element) {
    case 'Relationship':
      relationActions(attributes, visitor)
      break
    // A Default may be declared without any such part.
    case 'Override':
      reportType(attributes['ContentType'] ?? '', visitor)
      break
    case 'ddeLink':
      visitor.active(command)
      break
    case 'script':
      visitor.active(scripted)
      break
  }
}

function reportType(type: string, { active }: PartVisitor): void {
  for (const [pattern, what] of partTypes) if (pattern.test(type)) active(what)
}

/**
 * Reports what a document loads from elsewhere when it is opened; a link to click is reported as a
 * link.
 */
function relationActions(
  { Type = '', Target = '', TargetMode = '' }: Readonly<Record<string, string>>,
  visitor: PartVisitor,
): void {
  const type = Type.split('/').at(-1) ?? ''
  const isElsewhere = /^external$/i.test(TargetMode) || /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(Target)
  if (!isElsewhere) reportType(Type, visitor)
  else if (type === 'hyperlink') visitor.link(Target)
  else visitor.loads(type === 'attachedTemplate' ? '外部模板' : '打开时从别处取的内容', Target)
}
