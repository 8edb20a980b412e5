import { chineseNumeral } from './chinese-numeral.ts'
import { oneLine } from './one-line.ts'
import { escapedXml } from './xml-text.ts'

/** The MDX of a reference, which prints the value at a path of the data. */
export const value = (of: string): string => `<Value of="${escapedXml(of)}" />`

/** A name as bulletin text, with its special characters escaped so that they are not markup. */
export const escapedMdx = (name: string): string =>
  oneLine(name).replace(/[\\`*_{}[\]<>&#~|]/g, '\\$&')

/**
 * The MDX of a passage: the words of the bulletin on which a record is based, with the path of the
 * record.
 */
export const passageMarkup = (of: string, text: string): string =>
  `<Passage of="${escapedXml(of)}">${text}</Passage>`

/** A heading and its text. The heading may end in a full stop and run into the text. */
export type Section = readonly [title: string, text: string]

/** Sections numbered （一）, （二）, … */
export const numberedSections = (sections: readonly Section[]): string[] =>
  sections.flatMap(([title, text], n) => [`### （${chineseNumeral(n + 1)}）${title}`, text])

/** The list of the given appendices, followed by each of them. */
export function appendicesText(ids: readonly string[]): string[] {
  const title = (id: string): string => value(`appendices.${id}.title`)
  const table = (id: string): string => `<Appendix of="appendices.${id}" />`
  const [only, ...more] = ids
  if (only === undefined) return []
  if (more.length === 0) return [`附件：${title(only)}`, '## 附件', table(only)]
  return [
    // The backslash keeps the number from starting a list.
    ...ids.map((id, n) => `${n === 0 ? '附件：1. ' : `${n + 1}\\. `}${title(id)}`),
    ...ids.flatMap((id, n) => [`## 附件${n + 1}`, table(id)]),
  ]
}
