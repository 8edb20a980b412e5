import { Parser } from 'htmlparser2'
import { unescapedXml } from '#model/xml-text.ts'
import { type DocumentText, LineBuilder } from './document-lines.ts'
import { hasReportSections, minStringProse, proseIn, proseStringsOf } from './script-strings.ts'

/** Thrown for a page that is nested more deeply than any page that people write. */
export class HtmlTooDeep extends Error {}

/** Thrown for a page without prose, of whose scripts no string, or more than one, is a report. */
export class NoReportInScripts extends Error {}

/** Levels of elements; pages pasted from office programs have about a hundred. */
const maxDepth = 1_000

/** Elements whose text is no part of a report. */
const skipped = new Set([
  ...['style', 'nav', 'footer', 'aside', 'select', 'option', 'button', 'svg', 'iframe', 'object'],
  ...['noscript', 'audio', 'video', 'canvas', 'map'],
])
/** Elements that begin and end a line. */
const blocks = new Set([
  ...['address', 'article', 'blockquote', 'body', 'caption', 'center', 'dd', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header'],
  ...['hr', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'thead', 'tfoot', 'ul'],
  ...['br', 'html', 'textarea', 'title', 'record'],
])

/**
 * The text of a page as a reader sees it, in the forgiving way of browsers, without navigation,
 * styles and menus. Scripts do not run, but content systems put a report into CDATA sections of
 * scripts, or into a text field, as HTML: that text is read. Where a page shows next to no prose, the
 * only string of its scripts that has the sections of a report is read too.
 *
 * @throws DocumentTooLong, HtmlTooDeep, NoReportInScripts
 */
export function textOfHtml(html: string): DocumentText {
  const builder = new LineBuilder()
  const scripts: string[] = []
  readInto(builder, html, 0, scripts)
  const shown = builder.finish()
  const isShown = proseIn(shown.text) >= minStringProse || hasReportSections(shown.text)
  const strings = isShown ? [] : [...new Set(scripts.flatMap(proseStringsOf))]
  if (strings.length === 0) return { ...shown, hasHardBreaks: false }
  const [report, ...others] = strings.filter((string) =>
    hasReportSections(textOfParts([string]).text),
  )
  if (report === undefined || others.length > 0) throw new NoReportInScripts()
  return { ...textOfParts([html, report]), hasHardBreaks: false, isFromScript: true }
}

function textOfParts(parts: readonly string[]): Pick<DocumentText, 'text' | 'lines'> {
  const builder = new LineBuilder()
  for (const part of parts) {
    readInto(builder, part.includes('<') ? part : part.replaceAll('\n', '<br>'), 0, [])
    builder.endLine()
  }
  return builder.finish()
}

/** HTML within a script or text field may hold one more. */
const maxEmbedded = 2

/** @param scripts where the text of each script is put */
function readInto(builder: LineBuilder, html: string, embedded: number, scripts: string[]): void {
  let depth = 0
  let skippedDepth = 0
  let pre = 0
  /** Text of a script, text field or CDATA section, in pieces; null outside of one. */
  let inside: string[] | null = null
  let isData = false
  const begin = (): void => {
    inside = []
  }
  const end = (name: string): void => {
    const text = (inside ?? []).join('')
    inside = null
    if (skippedDepth > 0 && name !== 'script') return
    if (name === 'script') scripts.push(text)
    const parts = name === 'script' ? sectionsOf(text) : [unescapedXml(text)]
    for (const part of parts)
      if (embedded < maxEmbedded && part.includes('<')) {
        builder.endLine()
        readInto(builder, part, embedded + 1, scripts)
      } else if (name !== 'script') builder.addText(part)
    builder.endLine()
  }
  const parser = new Parser(
    {
      onopentag(name) {
        if (++depth > maxDepth) throw new HtmlTooDeep()
        if (inside !== null) return
        if (name === 'script' || name === 'textarea') begin()
        if (skipped.has(name)) skippedDepth++
        if (skippedDepth > 0) return
        if (name === 'pre') pre++
        if (name === 'tr') builder.openRow()
        else if (name === 'td' || name === 'th') builder.openCell()
        else if (blocks.has(name)) builder.endLine()
      },
      ontext(text) {
        if (inside !== null) inside.push(text)
        else if (skippedDepth > 0) return
        else if (pre > 0)
          for (const [n, line] of text.split('\n').entries()) {
            if (n > 0) builder.endLine()
            builder.addText(line)
          }
        else builder.addText(text.replace(/[ \t\r\n\f]+/g, ' '))
      },
      oncdatastart() {
        if (inside !== null) return
        isData = true
        begin()
      },
      oncdataend() {
        if (!isData) return
        isData = false
        end('cdata')
      },
      onclosetag(name) {
        depth--
        if (inside !== null) {
          if (isData || (name !== 'script' && name !== 'textarea')) return
          end(name)
          return
        }
        if (skipped.has(name)) skippedDepth--
        if (skippedDepth > 0) return
        if (name === 'pre') pre--
        if (name === 'tr') builder.closeRow()
        else if (name === 'td' || name === 'th') builder.closeCell()
        else if (blocks.has(name)) builder.endLine()
      },
    },
    { decodeEntities: true, recognizeCDATA: true },
  )
  parser.write(html)
  parser.end()
  if (inside !== null) end(isData ? 'cdata' : 'textarea')
}

/** The CDATA sections of a script, without their marks. */
function sectionsOf(script: string): string[] {
  const sections: string[] = []
  for (let at = script.indexOf(cdataStart); at >= 0; at = script.indexOf(cdataStart, at)) {
    const from = at + cdataStart.length
    const to = script.indexOf(']]>', from)
    sections.push(script.slice(from, to < 0 ? script.length : to))
    at = to < 0 ? script.length : to
  }
  return sections
}

const cdataStart = '<![CDATA['

/** The encoding that a page declares in its first bytes, in lower case; null where none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const found = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{2,20})/i.exec(start)
  return found?.[1]?.toLowerCase() ?? null
}
