import { chineseNumeral } from './chinese-numeral.ts'
import { oneLine } from './one-line.ts'
import { escapedXml } from './xml-text.ts'

/** A reference as it is typed into a bulletin: it prints the value at a place of the data. */
export const value = (of: string): string => `<Value of="${escapedXml(of)}" />`

/** A name as it is typed into a bulletin: its signs are no markup there. */
export const plainText = (name: string): string =>
  oneLine(name).replace(/[\\`*_{}[\]<>&#~|]/g, '\\$&')

/** The words that a record rests on, marked with the record's place. */
export const passage = (of: string, text: string): string =>
  `<Passage of="${escapedXml(of)}">${text}</Passage>`

/** A heading, which may end in a full stop and run into its text, and the text. */
export type Section = readonly [title: string, text: string]

/** Sections counted as （一）, （二）, … */
export const numberedSections = (sections: readonly Section[]): string[] =>
  sections.flatMap(([title, text], n) => [`### （${chineseNumeral(n + 1)}）${title}`, text])

/** The list of the appendices with these ids, and behind it each of them. */
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
