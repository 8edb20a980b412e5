import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { oneLine } from '#model/one-line.ts'
import { calendarText } from '#export/calendar.ts'
import {
  codeownersText,
  codeownersServices,
  type CodeownersService,
} from '#tools/codeowners/codeowners.ts'
import { csvText } from '#export/tables/csv.ts'
import { type Reminder, remindersText } from '#tools/due/reminders.ts'
import { reviewFormats } from '#tools/diff/review-formats.ts'
import { commentedYaml } from '#forms/commented-yaml.ts'
import { name as nameField } from '#schema/scalars.ts'
import { rectificationStatement } from '#schema/rectification.ts'
import { datasetWith } from '../support/dataset.ts'

/** Line ends of every reader, characters that begin a rule or a comment, and ordinary text. */
const pieces = fc.constantFrom(
  ...['\n', '\r', '\r\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029', '\0', '\u001b[2J'],
  ...['* @evil', '[section]', '#', '!', '^', '@', ' ', '\\', '/data/ @evil', '"', ':', '- ', '|'],
  ...['市财政局', '县（区）', 'END:VEVENT', '\ud800', '\u202e'],
)
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)
/** Characters that some reader takes for the end of a line. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

const owners = { office: '@city/office', unit: '@city/{unit}' }
const ruleLines = (text: string): string[] =>
  text.split(lineEnd).filter((line) => line.trim() !== '' && !line.startsWith('#'))

describe.each(Object.keys(codeownersServices) as CodeownersService[])(
  'CODEOWNERS on %s',
  (service) => {
    const withUnits = (...units: [id: string, name: string][]): string =>
      codeownersText(
        datasetWith({
          units: Object.fromEntries(units.map(([id, name]) => [id, { name, tier: 'county' }])),
        }),
        service,
        owners,
      )
    const rules = ruleLines(withUnits(['jia', '甲县'], ['yi', '乙县']))

    test('has the same rules for any names of units', () => {
      fc.assert(
        fc.property(anyText, anyText, (one, other) => {
          expect(ruleLines(withUnits(['jia', one], ['yi', other]))).toEqual(rules)
        }),
        { seed: 1, numRuns: 500 },
      )
    })

    test('has the rules for every id that the schema accepts', () => {
      let accepted = 0
      fc.assert(
        fc.property(anyText, (text) => {
          const read = nameField.safeParse(text)
          if (!read.success) return
          accepted++
          expect(read.data).toBe(oneLine(read.data))
          expect(ruleLines(withUnits(['jia', read.data], ['yi', '乙县']))).toEqual(rules)
        }),
        { seed: 2, numRuns: 1000 },
      )
      expect(accepted).toBeGreaterThan(50)
    })

    test('has no rule for an invalid id: those files belong to the office', () => {
      fc.assert(
        fc.property(
          anyText.filter((text) => !/^[a-z0-9-]+$/.test(text)),
          (id) => {
            expect(ruleLines(withUnits(['jia', '甲县'], [id, '丙县'], ['yi', '乙县']))).toEqual(
              rules,
            )
          },
        ),
        { seed: 3, numRuns: 500 },
      )
    })

    test('is not written for an invalid owner', () => {
      const of = (office: string, unit: string) => () =>
        codeownersText(datasetWith(), service, { office, unit })
      expect(of('@city/office\n* @evil', '@city/{unit}')).toThrow(TypeError)
      expect(of('@city/office', '@city/{unit} @evil')).toThrow(TypeError)
    })
  },
)

test('a calendar has the properties of its events for any texts', () => {
  const linesOf = (text: string): string[] =>
    calendarText({ name: text, terms: text }, [
      {
        uid: `${text}@example.com`,
        published: '2024-03-08',
        day: '2024-03-15',
        revision: 0,
        summary: text,
        description: text,
        address: `https://example.com/${text}`,
      },
    ])
      .replaceAll('\r\n ', '')
      .split(lineEnd)
      .map((line) => line.replace(/[:;].*$/s, ''))
  const properties = linesOf('甲县')
  fc.assert(
    fc.property(anyText, (text) => {
      expect(linesOf(text)).toEqual(properties)
    }),
    { seed: 4, numRuns: 500 },
  )
})

test('a table in CSV has one record for each row, for any cells', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const outsideQuotes = csvText([[text], ['b']]).replaceAll(/"(?:[^"]|"")*"/g, '')
      expect(outsideQuotes.split(/\r\n|\n|\r/)).toHaveLength(3)
    }),
    { seed: 5, numRuns: 500 },
  )
})

test('a reminder has the same lines for any names of units and duties', () => {
  const linesOf = (text: string): number =>
    remindersText(
      [
        {
          inspection: '2024-q1',
          id: '2024-q1.written.2024-06-06',
          deadline: 'written',
          ledger: null,
          what: text,
          printed: text,
          last: '2024-06-06',
          left: '还有5天',
          days: 5,
          deliverable: null,
          to: text,
          source: text,
          who: text,
          partial: true,
          units: [{ id: 'jia', name: text, state: '还有5天', overdue: false }],
        } satisfies Reminder,
      ],
      { asOf: '2024-06-01', within: 14, past: 0 },
    ).split(lineEnd).length
  const lines = linesOf('甲县')
  fc.assert(
    fc.property(anyText, (text) => {
      expect(linesOf(text)).toBe(lines)
    }),
    { seed: 6, numRuns: 500 },
  )
})

test.each(['text', 'markdown'] as const)(
  'a review in %s has the same lines for any changed texts',
  (format) => {
    const linesOf = (text: string): number =>
      reviewFormats[format]({
        between: text,
        elsewhere: [`src/${text}`],
        isApproved: false,
        headlines: [text],
        records: [
          {
            subject: text,
            file: 'data/units.yaml',
            lines: [{ what: '名称', before: text, after: text }],
          },
        ],
        pages: null,
        owed: [{ file: 'data/units.yaml', line: 1, says: text, entry: text }],
      }).split(lineEnd).length
    const lines = linesOf('甲县')
    fc.assert(
      fc.property(anyText, (text) => {
        expect(linesOf(`甲${text}`)).toBe(lines)
      }),
      { seed: 7, numRuns: 500 },
    )
  },
)

test('a new file holds the same fields for any quoted texts', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const file = commentedYaml({
        head: [`问题：${text}`],
        schema: rectificationStatement,
        value: { on: '2024-03-12', statement: '已整改', measures: ['每周检查'] },
        notes: new Map([['statement', text]]),
      })
      expect(parse(file)).toEqual({
        on: '2024-03-12',
        statement: '已整改',
        measures: ['每周检查'],
      })
    }),
    { seed: 8, numRuns: 500 },
  )
})
