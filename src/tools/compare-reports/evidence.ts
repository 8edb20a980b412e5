import { jsonText } from '#model/json-text.ts'
import { sha256 } from '#model/sha256.ts'
import {
  type ComparedReport,
  type Comparison,
  type ComparedPair,
  spanOf,
  type UnitComparison,
} from './compare.ts'
import {
  evidencePaths,
  type EvidencePaths,
  personalPlaces,
  positionNote,
  programText,
} from './evidence-facts.ts'
import { evidencePage, overviewPage } from './evidence-page.ts'
import { recordsForPrograms, runsOfRecord } from './report-output.ts'

/** The evidence of a comparison: texts of files by their path in the folder of evidence. */
type EvidenceFiles = ReadonlyMap<string, string>

/**
 * All files of evidence: for each pair a page, its data and the two extracted texts, and an overview
 * of all. The same comparison gives the same bytes.
 */
export function evidenceFiles(comparison: Comparison): EvidenceFiles {
  const files = new Map<string, string>()
  for (const record of comparison.records) {
    if (record.pair === null) continue
    const paths = evidencePaths(record.unit)
    const { current, before } = record.pair
    files.set(paths.current, current.document.text)
    files.set(paths.before, before.document.text)
    files.set(paths.data, jsonText(pairData(record, record.pair, paths, comparison)))
    files.set(paths.page, evidencePage({ record, pair: record.pair, paths, comparison }))
  }
  files.set('summary.json', jsonText(summaryOf(comparison)))
  files.set('index.html', overviewPage(comparison))
  return files
}

const summaryOf = (comparison: Comparison): object => ({
  program: programText,
  year: comparison.year,
  last_year: comparison.lastYear,
  notes: comparison.notes,
  thresholds: comparison.thresholds,
  positions: positionNote,
  units: recordsForPrograms(comparison),
  shared: comparison.shared.map(({ reports, passages, own }) => ({
    units: reports.map(({ unit }) => unit),
    own,
    passages: passages.map((passage) => ({
      own: passage.own,
      places: passage.places.map(({ from, to }, n) => quoted(reports[n], from, to)),
    })),
  })),
})

/** A range of symbols with its place in the text and the exact characters there. */
function quoted(report: ComparedReport | undefined, from: number, to: number): object {
  if (report === undefined) return {}
  const span = spanOf(report.normalized, from, to)
  return { unit: report.unit, ...span, text: report.document.text.slice(span.start, span.end) }
}

function pairData(
  record: UnitComparison,
  pair: ComparedPair,
  paths: EvidencePaths,
  { thresholds, year, lastYear }: Comparison,
): object {
  const { current, before } = pair
  const quote = (
    report: ComparedReport,
    span: { start: number; end: number } | null,
  ): object | null =>
    span === null ? null : { ...span, text: report.document.text.slice(span.start, span.end) }
  const side = (report: ComparedReport, text: string): object => ({
    unit: report.unit,
    path: report.path,
    sha256: report.sha256,
    text: { path: text, sha256: sha256(report.document.text) },
    personal: personalPlaces(report.document.text),
  })
  const sentences = (list: ComparedPair['figures']): object[] =>
    list.map((one) => ({
      values: one.values,
      current: quote(current, one.current),
      before: quote(before, one.before),
    }))
  return {
    unit: record.unit,
    year,
    last_year: lastYear,
    outcome: record.outcome,
    level: record.level,
    reuse: record.reuse,
    reason: record.reason,
    own: record.own,
    template: record.template,
    notes: record.notes,
    program: programText,
    thresholds,
    positions: positionNote,
    current: side(current, paths.current),
    before: side(before, paths.before),
    runs: runsOfRecord(record).map(({ characters, current: here, before: there }) => ({
      characters,
      current: quote(current, here),
      before: quote(before, there),
    })),
    left_over_years: sentences(pair.years),
    same_figures: sentences(pair.figures),
    sums: pair.sums,
  }
}
