import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reviewFormats } from '#tools/diff/review-formats.ts'
import { notesText } from '#tools/import/note.ts'
import { formatGithub } from '#messages/format-github.ts'
import { formatGitlab } from '#messages/format-gitlab.ts'
import { formatJson, formatText } from '#messages/format.ts'
import { formatSarif } from '#messages/format-sarif.ts'
import { printable, printableJson, printableLines } from '#messages/printable.ts'
import type { LocatedProblem } from '#messages/problem.ts'

/** Texts that the author of a proposal could put into a file name, a value or a text. */
const nasty = [
  '\u001b[2J',
  '\u009b31m',
  '\r',
  '\n',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u{e0041}',
  '\ud800',
  '\u0007',
  '\u007f',
  '::stop-commands::x',
  '::error file=a::b',
  '##[error]',
  '##vso[task.setvariable]',
  '%0A::error::x',
  '`',
  '|',
  '<script>',
  ' ',
  '甲',
  '/',
]
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

/** Characters that control a terminal or are invisible, except line ends and emoji selectors. */
const steering =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Bidi_Control}\p{Surrogate}]/u
const command = /^\s*::|##\[|##vso/m

/**
 * A problem whose texts all come from an attacker; the wording of one code starts with such a text.
 */
const hostileProblem = fc
  .record({ file: anyText, found: anyText, extra: anyText, text: anyText })
  .map(({ file, found, extra, text }): LocatedProblem => ({
    code: 'number-with-unit',
    level: 'error',
    file,
    place: { at: 'file' },
    args: { found, extra, better: found },
    position: { line: 1, column: 1, text },
  }))

const problems = fc.array(hostileProblem, { minLength: 1, maxLength: 3 })

describe('for any file name and content,', () => {
  test('the report for people contains no control codes and no command of a pipeline', () => {
    fc.assert(
      fc.property(problems, (list) => {
        expect(formatText(list)).not.toMatch(steering)
        expect(formatText(list)).not.toMatch(command)
      }),
    )
  })

  test('the annotations have one line for each problem, and one with the totals', () => {
    fc.assert(
      fc.property(problems, (list) => {
        const lines = formatGithub(list).split('\n')
        expect(lines).toHaveLength(list.length + 1)
        for (const line of lines.slice(0, -1))
          expect(line).toMatch(/^::error file=[^:,]*,line=1,col=1,title=[a-z-]+::[^\n]*$/)
        expect(lines.join('\n')).not.toMatch(steering)
        expect(lines.join('\n')).not.toMatch(/##\[|##vso/)
        expect(lines.at(-1)).toMatch(/^数据检查未通过/)
      }),
    )
  })

  test.each([
    ['json', formatJson],
    ['gitlab', formatGitlab],
    ['sarif', formatSarif],
  ] as const)('the report as %s is JSON that can be printed', (_name, format) => {
    fc.assert(
      fc.property(problems, (list) => {
        const text = format(list)
        expect(() => JSON.parse(text) as unknown).not.toThrow()
        expect(text).not.toMatch(steering)
      }),
    )
  })

  test('the review of a change keeps its lines in every form', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, value, file) => {
        const review = {
          elsewhere: [file],
          isApproved: false,
          between: name,
          headlines: [value],
          records: [{ subject: name, file, lines: [{ what: value, before: name, after: value }] }],
          pages: {
            added: [{ address: file, title: name }],
            changed: [],
            removed: [],
            isShellChanged: false,
          },
          owed: [{ file, line: 3, says: value, entry: name }],
        }
        for (const write of Object.values(reviewFormats)) {
          expect(write(review)).not.toMatch(steering)
          expect(write({ ...review, between: '甲' })).not.toMatch(/^\s*::/m)
        }
      }),
    )
  })

  test('the notes on a spreadsheet are a line each', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (sheet, heading, says) => {
        const text = notesText([{ sheet, row: 1, column: 2, heading, says }], 'a.xlsx')
        expect(text).not.toMatch(steering)
        expect(text.split('\n')).toHaveLength(4)
      }),
    )
  })

  test("no line of a command's output starts like a command of a pipeline, and escaping it again changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = printableLines(text)
        expect(lines).not.toMatch(steering)
        expect(lines).not.toMatch(command)
        expect(printableLines(lines)).toBe(lines)
      }),
    )
  })

  test('a quoted text is one line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printable(text)).not.toMatch(/\n|##\[|##vso/)
        expect(printable(text)).not.toMatch(steering)
      }),
    )
  })

  test('JSON does not change any value', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(printableJson({ text }))).toEqual({ text })
      }),
    )
  })
})

test.each([
  ['data/units\n::stop-commands::x.yaml', 'data/units ::stop-commands::x.yaml'],
  ['a\u001b[2Jb', 'a<U+001B>[2Jb'],
  ['甲\u202e乙', '甲<U+202E>乙'],
  ['甲\u3164乙', '甲<U+3164>乙'],
  ['甲\t乙', '甲→乙'],
  ['##[error]甲', '# #[error]甲'],
  ['❤️ 县（区） μg', '❤️ 县（区） μg'],
])('%j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('a line that a pipeline would run as a command is escaped, also after spaces', () => {
  expect(printableLines('甲\n  ::error::x\n乙')).toBe('甲\n  \\::error::x\n乙')
})
