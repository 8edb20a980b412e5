import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import { base, copyOf } from '../support/authored.ts'

const files = [
  'data/inspections/2024-q1.yaml',
  'data/inspections/2024-q1.yaml',
  'data/units.yaml',
  'data/channels.yaml',
  'data/site.yaml',
  'data/indicators/national-2019.yaml',
  'content/bulletins/2024-q1.mdx',
  'content/bulletins/2024-q1.mdx',
]
const characters = [
  ...'{}[]<>"\'&*#@%|:,-/=!?~ \t\n\r：“”，、；　（）［］０９年08.%a错😀',
  '\u0000',
  '\u2028',
  '\u200b',
  '\u00ad',
  '\u00a0',
  '\ufeff',
  '---\n',
  '\n\n',
]
const lines = [
  '',
  '- ',
  '\t',
  'a: &a [*a]',
  '? {',
  '<<: *x',
  '__proto__: 1',
  'constructor: {}',
  'areas:',
  '---',
  '...',
  '%YAML 1.1',
  '!!binary aGk=',
  '|',
  '</Passage>',
  '<Passage of="x">',
  '{x}',
]

/** One edit of a text: a character or a line inserted, removed, replaced or doubled. */
const edit = fc.oneof(
  fc.record({
    kind: fc.constantFrom('insert', 'replace', 'delete'),
    at: fc.nat(),
    text: fc.constantFrom(...characters),
  }),
  fc.record({
    kind: fc.constantFrom(
      'insert-line',
      'replace-line',
      'delete-line',
      'double-line',
      'indent',
      'cut',
    ),
    at: fc.nat(),
    text: fc.constantFrom(...lines),
  }),
)

/** All edits except the loss of the rest of a file, which is more than one line. */
const singleEdit = edit.filter(({ kind }) => kind !== 'cut')

function edited(
  text: string,
  { kind, at, text: by }: { kind: string; at: number; text: string },
): string {
  const characters = [...text]
  const rows = text.split('\n')
  const character = at % characters.length
  const row = at % rows.length
  const current = rows[row] ?? ''
  if (kind === 'insert') characters.splice(character, 0, by)
  if (kind === 'replace') characters.splice(character, 1, by)
  if (kind === 'delete') characters.splice(character, 1)
  if (kind === 'insert-line') rows.splice(row, 0, by)
  if (kind === 'replace-line') rows.splice(row, 1, by)
  if (kind === 'delete-line') rows.splice(row, 1)
  if (kind === 'double-line') rows.splice(row, 0, current)
  if (kind === 'indent') rows.splice(row, 1, ` ${current}`)
  if (kind === 'cut') rows.splice(row)
  return kind.includes('line') || kind === 'indent' || kind === 'cut'
    ? rows.join('\n')
    : characters.join('')
}

test('whatever is changed in a file, the check ends and points at lines that exist', () => {
  const { folder, data, content } = copyOf(base)
  const originals = originalsIn(folder)
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(edit, { minLength: 2, maxLength: 3 }),
      (file, edits) => {
        const original = originals.get(file) ?? ''
        writeFileSync(join(folder, file), edits.reduce(edited, original))
        const { problems } = loadChecked({ data, content })
        for (const { position, file: named } of problems) {
          if (position === null) continue
          const line = readFileSync(join(folder, named), 'utf8')
            .replace(/^\uFEFF/, '')
            .split('\n')[position.line - 1]
          expect(asShown(line?.replace(/\r$/, '') ?? '', position.text)).toBe(position.text)
          expect(position.column).toBeGreaterThan(0)
          expect(position.column).toBeLessThanOrEqual([...position.text].length + 2)
        }
        writeFileSync(join(folder, file), original)
      },
    ),
    { seed: 20240606, numRuns: 60 },
  )
})

test('one edit is a problem at its line or at a line that it contradicts, or is accepted as typed', () => {
  const { folder, data, content } = copyOf(base)
  const originals = originalsIn(folder)
  fc.assert(
    fc.property(fc.constantFrom(...files), singleEdit, (file, one) => {
      const original = originals.get(file) ?? ''
      const text = edited(original, one)
      writeFileSync(join(folder, file), text)
      const { problems, dataset } = loadChecked({ data, content })
      writeFileSync(join(folder, file), original)
      const changed = changedLines(original, text)
      if (problems.length > 0) {
        const shown = problems.map((problem) => describeProblem(problem)).join('\n')
        expect(
          problems.some((problem) => isAbout(problem, file, changed, text)),
          shown,
        ).toBe(true)
      } else {
        const held = JSON.stringify(dataset)
        for (const word of wordsIn(text, changed, file)) expect(held).toContain(word)
      }
    }),
    { seed: 20240607, numRuns: 1000 },
  )
})

/**
 * A line as a problem may show it, with asterisks for what may be an address or a number of a
 * person.
 */
const asShown = (line: string, shown: string): string =>
  line.length === shown.length
    ? line.replace(/./g, (character, at: number) => (shown[at] === '*' ? '*' : character))
    : line

const originalsIn = (folder: string): Map<string, string> =>
  new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))

const describeProblem = ({ file, position, code }: LocatedProblem): string =>
  `${file}:${position?.line ?? '-'} ${code}`

interface Lines {
  readonly first: number
  /** The line after the last one. */
  readonly end: number
}

/**
 * The lines of an edited text that differ; where lines were removed, the place between their
 * neighbours.
 */
function changedLines(original: string, text: string): Lines {
  const before = original.split('\n')
  const after = text.split('\n')
  let first = 0
  while (first < after.length && before[first] === after[first]) first++
  let same = 0
  const most = Math.min(before.length, after.length) - first
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++
  return { first: first + 1, end: after.length - same + 1 }
}

/**
 * Whether a problem is at the changed lines, at a neighbouring line, at the entry that contains
 * them, or about other lines that they contradict.
 */
function isAbout(
  { file: named, position, code }: LocatedProblem,
  file: string,
  { first, end }: Lines,
  text: string,
): boolean {
  if (contradictions.test(code)) return true
  if (named !== file) return false
  if (position === null) return true
  const { line } = position
  if (code === 'key-missing' && line === firstContent(text)) return true
  const lines = text.split('\n')
  if (line >= first - 1 && line <= end) return true
  if (code === 'yaml-syntax' && line > first && line <= nextEntry(lines, first)) return true
  return parentsOf(lines, first).includes(line)
}

/** The first line of a file that is not a comment, where missing fields are reported. */
const firstContent = (text: string): number =>
  text.split('\n').findIndex((line) => !/^\s*(#|$)/.test(line)) + 1

/** Codes of problems about two places at once. */
const contradictions =
  /^(parts-|count-exceeds|outcome-|rate-|failed-list|.*-unknown|.*-unknown-near|duplicate-|period-|deadline-differs|reference-|typed-by-hand|issue-|report-|heading-number|population-|severity-|veto-|label-|bulletin-without|order-|yaml-duplicate-key|window-|published-|follow-|names-alike|passage-|looked-|prose-|row-width)/

/** The indentation of a line: `- - 1` opens the list of the items below it. */
const indentOf = (line: string): number =>
  (/^ *(?:- +(?=- ))+/.exec(line) ?? /^[ -]*/.exec(line))?.[0].length ?? 0

/** The line of the entry after the one at a line, where a wrong indentation is reported. */
function nextEntry(lines: readonly string[], line: number): number {
  const indent = indentOf(lines[line - 1] ?? '')
  const next = lines.findIndex(
    (text, n) => n >= line && !/^\s*(#|$)/.test(text) && indentOf(text) <= indent,
  )
  return next < 0 ? lines.length : next + 1
}

/** Numbers of the lines that open the blocks around a line. */
function parentsOf(lines: readonly string[], line: number): number[] {
  const parents: number[] = []
  let indent = Math.max(indentOf(lines[line - 1] ?? ''), indentOf(lines[line - 2] ?? ''))
  for (let n = line - 1; n > 0; n--) {
    const text = lines[n - 1] ?? ''
    if (text.trim() === '' || indentOf(text) >= indent) continue
    indent = indentOf(text)
    parents.push(n)
  }
  return parents
}

/**
 * The words of the changed lines, without punctuation and comments, as the data must contain them.
 */
function wordsIn(text: string, { first, end }: Lines, file: string): string[] {
  const lines = text.split('\n').slice(first - 1, end - 1)
  const yaml = file.endsWith('.yaml')
  return lines
    .map((line) => (yaml ? line.replace(/(^|\s)#.*$/, '') : line.replace(/<[^>]*>/g, ' ')))
    .flatMap((line) => line.split(yaml ? /[\s{}[\],:"']+|---|\.\.\./ : /[\s#*_"\\]+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !/[<=>]/.test(word))
    .map((word) => word.replace(/^-+|-+$/g, ''))
}
