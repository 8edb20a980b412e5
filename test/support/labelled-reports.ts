import { linesOfText } from '#read/documents/document-lines.ts'
import { textOfHtml } from '#read/documents/html-text.ts'
import type { ReadDocument } from '#read/documents/read-documents.ts'
import { compareReports, type UnitComparison } from '#tools/compare-reports/compare.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'
import {
  asHtml,
  asText,
  fictionalReport,
  type FictionalReport,
  nextYear,
} from './annual-reports.ts'

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
export type LabelledKind = keyof typeof kinds
export const labelledKinds = Object.keys(kinds) as LabelledKind[]

export const pairsOfEach = 6

export const documentOf = (report: FictionalReport, isHtml: boolean): ReadDocument => ({
  path: `${report.unit}.${isHtml ? 'html' : 'txt'}`,
  sha256: '0'.repeat(64),
  content: isHtml ? textOfHtml(asHtml(report)) : linesOfText(asText(report)),
})

const options = { form: usualForm(), thresholds: usualThresholds() }

/** All pairs at once, as an office compares the units of a city. */
export function compareLabelled(): ReadonlyMap<LabelledKind, readonly UnitComparison[]> {
  const label = new Map<string, LabelledKind>()
  const before: ReadDocument[] = []
  const current: ReadDocument[] = []
  for (let n = 0; n < labelledKinds.length * pairsOfEach; n++) {
    const kind = labelledKinds[n % labelledKinds.length] as LabelledKind
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
