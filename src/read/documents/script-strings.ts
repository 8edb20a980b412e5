/**
 * The strings of a script or of JSON with more prose than a menu or a message has, as a page shows
 * them after its script ran: content systems hand on a report so. Nothing runs. Takes time in
 * proportion to the script.
 */
export function proseStringsOf(script: string): string[] {
  const found: string[] = []
  for (let at = 0; at < script.length; at++) {
    const character = script[at] ?? ''
    if (character === '\\') at++
    if (!quotes.has(character)) continue
    const end = endOfString(script, at + 1, character)
    if (end === null) continue
    const text = unescaped(script.slice(at + 1, end))
    // A string of JSON may hold it in a string of its own.
    const inner = /^\s*[[{]/.test(text) ? proseStringsOf(text) : []
    if (inner.length > 0) found.push(...inner)
    else if (proseIn(text) >= minStringProse) found.push(text)
    at = end
  }
  return found
}

/** Words of the headings of an annual report. */
const sections = [
  /总体情况|概述/,
  /主动公开(?:政府)?信息/,
  /信息公开申请/,
  /行政复议|行政诉讼/,
  /存在的?(?:主要)?(?:问题|困难|不足)/,
  /其[他它]需要?(?:报告|说明)的?事项/,
]
/** Fewest of these headings in a report, and the most characters of a heading. */
const [minSections, maxHeading] = [3, 40]

/** Whether a text has headings of an annual report, each in a line of its own. */
export function hasReportSections(text: string): boolean {
  const short = text.split('\n').filter((line) => line.length <= maxHeading)
  return (
    sections.filter((section) => short.some((line) => section.test(line))).length >= minSections
  )
}

/** Fewest Chinese characters of prose of a string that is a report, or a part of one. */
export const minStringProse = 200

/** Chinese characters of the lines with a whole sentence. */
export const proseIn = (text: string): number =>
  text
    .split('\n')
    .filter((line) => line.includes('。'))
    .reduce((sum, line) => sum + (line.match(/\p{Script=Han}/gu)?.length ?? 0), 0)

const quotes = new Set(['"', "'", '`'])

/** The place of the quote that ends a string; null where none does, as behind an apostrophe in a remark. */
function endOfString(script: string, from: number, quote: string): number | null {
  for (let at = from; at < script.length; at++) {
    const character = script[at]
    if (character === quote) return at
    if (character === '\n' && quote !== '`') return null
    if (character === '\\') at++
  }
  return null
}

const lines: Readonly<Record<string, string>> = { n: '\n', r: '', t: ' ', b: '', f: '' }

const unescaped = (text: string): string =>
  text.replace(
    /\\(?:u([\da-f]{4})|u\{([\da-f]{1,5})\}|x([\da-f]{2})|([^]))/gi,
    (_, short?: string, long?: string, byte?: string, one?: string) =>
      one === undefined
        ? String.fromCodePoint(parseInt(short ?? long ?? byte ?? '', 16))
        : (lines[one] ?? one),
  )
