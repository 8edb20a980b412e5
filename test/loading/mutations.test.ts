import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadChecked } from '#loading/load-checked.ts'
import { copyOfAuthored } from '../support/authored.ts'

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
const signs = [
  ...'{}[]<>"\'&*#@%|:,-/=!?~ \t\n\r：“”，　0a错😀',
  '\u0000',
  '\u2028',
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

/** One edit of a text: a character or a line put in, taken out, replaced, or doubled. */
const edit = fc.oneof(
  fc.record({
    kind: fc.constantFrom('insert', 'replace', 'delete'),
    at: fc.nat(),
    text: fc.constantFrom(...signs),
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
  const { folder, data, content } = copyOfAuthored()
  const originals = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      (file, edits) => {
        const original = originals.get(file) ?? ''
        writeFileSync(join(folder, file), edits.reduce(edited, original))
        const { problems } = loadChecked({ data, content })
        for (const { position, file: named } of problems) {
          if (position === null) continue
          const line = readFileSync(join(folder, named), 'utf8')
            .replace(/^\uFEFF/, '')
            .split('\n')[position.line - 1]
          expect(line?.replace(/\r$/, '')).toBe(position.text)
          expect(position.column).toBeGreaterThan(0)
          expect(position.column).toBeLessThanOrEqual([...position.text].length + 2)
        }
        writeFileSync(join(folder, file), original)
      },
    ),
    { seed: 20240606, numRuns: 400 },
  )
})
