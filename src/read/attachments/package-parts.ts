import { readXml } from '../archive/read-xml.ts'
import { command, formulaAction } from './active-formulas.ts'

/** What is done with what is found in a part of a document. */
export interface PartVisitor {
  /** An element, before what is in it. */
  readonly element: () => void
  /** A line of the text that its program shows, joined from its runs, and the element that ends it. */
  readonly line: (text: string, element: string) => void
  /** Text in any other element, by the element's name, and in attributes that hold text. */
  readonly beside: (text: string, element: string) => void
  /** An attribute or a number that is no text: an id, a place, a point of a chart. */
  readonly code: (text: string) => void
  /** Where a link leads that a reader clicks. */
  readonly link: (target: string) => void
  /** Something active of which a document is told once. */
  readonly active: (what: string) => void
  /** Something active that is told with what it loads or calls. */
  readonly loads: (what: string, of: string) => void
}

/** Elements that hold text of a line, and those with which a line ends, in Office documents and in OFD. */
const textElements = new Set(['t', 'TextCode', 'delText'])
const lineElements = new Set(['p', 'si', 'is', 'comment', 'TextObject'])
/** What stands in place of what is shown, for older programs, or over it as its pronunciation. */
const asideElements = new Set(['Fallback', 'rt', 'rPh'])
/** Text that was taken out, or put in, while changes were tracked (ECMA-376, 17.13.5). */
const removedElements = new Set(['del', 'moveFrom'])
const insertedElements = new Set(['ins', 'moveTo'])
/** Signs of a line that are elements of their own. */
const signs: Readonly<Record<string, string>> = {
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

/** Attributes whose values somebody wrote, in small letters; all others are ids, looks and places. */
const textAttributes = new Set(
  `v val value text descr title name string alt alttext caption tooltip display displayname displaytext
  prompt prompttitle error errortitle author initials instr uniquename alias tag subject keywords
  label`.split(/\s+/),
)
/** Attributes that lead somewhere. */
const linkAttributes = new Set(['uri', 'href', 'src', 'url'])

const scripted = '带脚本的图片（SVG）'
/** What a browser runs in a picture (SVG 2, 15.8). */
const handlers =
  /^on(?:load|unload|error|resize|scroll|begin|end|repeat|activate|focus\w*|click|mouse\w+|key\w+|pointer\w+)$/

/** In characters: the shortest address (`10.0.0.1`) and the shortest identity number. */
const shortest = { text: 8, code: 18 } as const
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
 * Reads every text and every attribute of an XML part, whatever it is, and what its formulas, fields,
 * relations and content types run or load.
 *
 * @throws XmlError, and what a visitor throws
 */
export function readPart(bytes: Uint8Array, visitor: PartVisitor): void {
  let line = emptyLine()
  /** The lines around it: of the text beside a text box, of what an older program shows otherwise. */
  const outer: Line[] = []
  let asideDepth = 0
  let removedDepth = 0
  let insertedDepth = 0
  const addToLine = (text: string, isRemoved = removedDepth > 0): void => {
    if (!isRemoved) line.shown += text
    if (insertedDepth === 0) line.before += text
  }
  /** The text of the element that is open, where it is not part of a line or a field. */
  let own = ''
  const open: string[] = []
  let isNumber = false
  const kinds = new Map<string, AttributeKind>()
  const endLine = (element: string): void => {
    const { shown, before, field } = line
    line = outer.pop() ?? emptyLine()
    if (shown.trim() !== '') (asideDepth > 0 ? visitor.beside : visitor.line)(shown, element)
    // What was there before the tracked changes is in the file, and shown to whoever asks for it.
    if (before !== shown && before.trim() !== '') visitor.beside(before, 'del')
    if (field === '') return
    fieldActions(field, visitor)
    visitor.beside(field, 'instrText')
  }
  const endOwn = (): void => {
    const element = open.at(-1) ?? ''
    if (own.trim() !== '') {
      if (formulaElements.has(element)) tellFormula(own, visitor)
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
      const sign = signs[name]
      if (sign !== undefined) addToLine(sign)
      // A cell of a sheet without a type, and a point of a chart, is a number.
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
  // A list of names and values for each element makes reading a large part a third slower.
  for (const name in attributes) {
    const value = attributes[name] ?? ''
    if (name.startsWith('on') && handlers.test(name)) active(scripted)
    if (value.length < shortest.text) continue
    const kind = kinds.get(name) ?? attributeKind(name)
    kinds.set(name, kind)
    if (kind === 'code') {
      if (value.length >= shortest.code) code(value)
      continue
    }
    if (/^\s*(?:java|vb)script:/i.test(value)) active(scripted)
    if (guid.test(value)) continue
    if (kind === 'link') link(value)
    else beside(value, element)
  }
}

function tellFormula(formula: string, { active, loads }: PartVisitor): void {
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

/** What a relation or a content type says that a part is, whatever its name. */
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
    // A Default may stand for parts that are not there.
    case 'Override':
      tellType(attributes['ContentType'] ?? '', visitor)
      break
    case 'ddeLink':
      visitor.active(command)
      break
    case 'script':
      visitor.active(scripted)
      break
  }
}

function tellType(type: string, { active }: PartVisitor): void {
  for (const [pattern, what] of partTypes) if (pattern.test(type)) active(what)
}

/** What a document loads from elsewhere when it is opened; a link that a reader clicks only leads there. */
function relationActions(
  { Type = '', Target = '', TargetMode = '' }: Readonly<Record<string, string>>,
  visitor: PartVisitor,
): void {
  const type = Type.split('/').at(-1) ?? ''
  const isElsewhere = /^external$/i.test(TargetMode) || /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(Target)
  if (!isElsewhere) tellType(Type, visitor)
  else if (type === 'hyperlink') visitor.link(Target)
  else visitor.loads(type === 'attachedTemplate' ? '外部模板' : '打开时从别处取的内容', Target)
}
