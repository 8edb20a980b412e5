import { expect, test } from 'vitest'
import { linesOfText } from '#read/documents/document-lines.ts'
import { textOfHtml } from '#read/documents/html-text.ts'
import type { ReadDocument } from '#read/documents/read-documents.ts'
import { compareReports } from '#tools/compare-reports/compare.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'
import {
  asHtml,
  asText,
  fictionalReport,
  type FictionalReport,
  nextYear,
} from '../../support/annual-reports.ts'

/** How the report of the second year was made from that of the first, by the number of the unit. */
const kinds = {
  copied: nextYear.copied,
  'years and numbers changed': nextYear.numbersChanged,
  shuffled: nextYear.shuffled,
  synonyms: nextYear.synonyms,
  '30 % new': (report, n) => nextYear.partlyNew(report, 0.3, n),
  '60 % new': (report, n) => nextYear.partlyNew(report, 0.6, n),
  'honest rewrite': nextYear.rewritten,
  unrelated: (_, n) => fictionalReport('others', n, 2023),
  'template only': nextYear.templateOnly,
  'very short': nextYear.short,
} satisfies Record<string, (report: FictionalReport, n: number) => FictionalReport>
type LabelledKind = keyof typeof kinds
const names = Object.keys(kinds) as LabelledKind[]

const pairsOfEach = 6

const documentOf = (report: FictionalReport, isHtml: boolean): ReadDocument => ({
  path: `${report.unit}.${isHtml ? 'html' : 'txt'}`,
  sha256: '0'.repeat(64),
  content: isHtml ? textOfHtml(asHtml(report)) : linesOfText(asText(report)),
})

const options = { form: usualForm(), thresholds: usualThresholds() }

/** All pairs at once, as an office compares the units of a city. */
function labelled() {
  const label = new Map<string, LabelledKind>()
  const before: ReadDocument[] = []
  const current: ReadDocument[] = []
  for (let n = 0; n < names.length * pairsOfEach; n++) {
    const kind = names[n % names.length] as LabelledKind
    const report = fictionalReport('labelled', n, 2022)
    label.set(report.unit, kind)
    before.push(documentOf(report, n % 3 === 0))
    current.push(documentOf({ ...kinds[kind](report, n), unit: report.unit }, n % 2 === 0))
  }
  const { records } = compareReports(
    { name: '2023', documents: current },
    { name: '2022', documents: before },
    options,
  )
  return Map.groupBy(records, ({ unit }) => label.get(unit) as LabelledKind)
}

const groups = labelled()
const sharesOf = (kind: LabelledKind): (number | null)[] =>
  (groups.get(kind) ?? []).map(({ reuse }) => reuse)

test('the set has at least 40 pairs, six of each kind', () => {
  expect(names.map((kind) => groups.get(kind)?.length)).toEqual(names.map(() => pairsOfEach))
  expect(names.length * pairsOfEach).toBeGreaterThanOrEqual(40)
})

test.each(['copied', 'years and numbers changed', 'shuffled'] as const)(
  'every report that is %s has a reuse of at least 80',
  (kind) => {
    expect(sharesOf(kind).filter((share) => share === null || share < 80)).toEqual([])
  },
)

test('every honest rewrite has a reuse below 40', () => {
  expect(sharesOf('honest rewrite').filter((share) => share === null || share >= 40)).toEqual([])
})

test('every pair of unrelated reports has a reuse below 20', () => {
  expect(sharesOf('unrelated').filter((share) => share === null || share >= 20)).toEqual([])
})

test.each(['template only', 'very short'] as const)(
  'a report that is %s has no verdict',
  (kind) => {
    for (const record of groups.get(kind) ?? [])
      expect(record).toMatchObject({
        reuse: null,
        outcome: 'cannot-tell',
        reason: '篇幅过短，不作比较',
      })
  },
)

test('the more of a report is new, the lower is its reuse', () => {
  const mean = (kind: LabelledKind): number => {
    const shares = sharesOf(kind).map((share) => share ?? 0)
    return shares.reduce((sum, share) => sum + share, 0) / shares.length
  }
  const order = ['copied', '30 % new', '60 % new', 'honest rewrite', 'unrelated'] as const
  const means = order.map(mean)
  expect(means.toSorted((a, b) => b - a)).toEqual(means)
})

test('reports of different units of one year are below 20 too', () => {
  const documents = Array.from({ length: 12 }, (_, n) =>
    documentOf(fictionalReport('year', n, 2023), n % 2 === 0),
  )
  const { records } = compareReports({ name: '2023', documents }, null, options)
  expect(records.filter(({ reuse }) => reuse === null || reuse >= 20)).toEqual([])
})
