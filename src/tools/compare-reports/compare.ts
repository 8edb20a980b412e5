import type { ReadDocument } from '#read/documents/read-documents.ts'
import type { DocumentText } from '#read/documents/document-lines.ts'
import { compareText } from '#model/dataset.ts'
import { type Sums, addUp } from './carried-over.ts'
import { formWords } from './form-tables.ts'
import { type MatchedUnits, matchedUnits } from './match-units.ts'
import { type NormalizedText, normalize } from './normalized-text.ts'
import {
  leftOverYears,
  type LeftOverYear,
  type RepeatedSentence,
  sameFigures,
  statedForLastYear,
} from './repeated-facts.ts'
import { type Reuse, reuseOf, type SharedRun, sharedRuns } from './reuse.ts'
import { narrativeOf, type Narrative, withOpening } from './sections.ts'
import { holdersOf, nearestReports, type SharedPassage, sharedPassages } from './shared-drafts.ts'
import { templateMask, templateRuns } from './template.ts'
import type { Thresholds } from './thresholds.ts'
import { stemOf, usualYear, yearIn, yearOfMost, yearOfName, yearOfTitle } from './unit-name.ts'

/** The documents of one year, in a folder. */
export interface YearFolder {
  /** The folder as it was typed. */
  readonly name: string
  readonly documents: readonly ReadDocument[]
}

/** A report that could be read. */
export interface ComparedReport {
  readonly unit: string
  readonly path: string
  readonly sha256: string
  readonly document: DocumentText
  readonly narrative: Narrative
  readonly normalized: NormalizedText
  /** Which symbols are template. */
  readonly template: Uint8Array
}

/** `cannot-tell` is work for a person: neither a fault nor a pass. */
type Outcome = 'found' | 'clean' | 'cannot-tell'

/** How much of a report is reused; `none` below the lowest reference line. */
export type ReuseLevel = 'strong' | 'likely' | 'watch' | 'none'

/** Two reports of a unit, or of two units in one year, that were compared. */
export interface ComparedPair {
  readonly current: ComparedReport
  readonly before: ComparedReport
  readonly runs: readonly SharedRun[]
  readonly years: readonly LeftOverYear[]
  readonly figures: readonly RepeatedSentence[]
  readonly sums: Sums
}

/** What the comparison says of one unit. */
export interface UnitComparison {
  readonly unit: string
  readonly outcome: Outcome
  readonly level: ReuseLevel | null
  /** Share of the unit's own text that stands in the other report, 0 to 100 with one decimal. */
  readonly reuse: number | null
  /** Why there is no share, in Chinese. */
  readonly reason: string | null
  /** Characters that are no template; null for a report that was not read. */
  readonly own: number | null
  /** Share of the template in the narrative, 0 to 100 with one decimal. */
  readonly template: number | null
  /** The unit of the other report, where it is not the same. */
  readonly other: string | null
  /** What a person has to know of the reading, in Chinese. */
  readonly notes: readonly string[]
  readonly pair: ComparedPair | null
}

/** A draft that several units share in one year. */
interface SharedDraft {
  readonly reports: readonly ComparedReport[]
  readonly passages: readonly SharedPassage[]
  readonly own: number
}

/** The result of a comparison. */
export interface Comparison {
  /** The year of the reports; null where nothing says it. */
  readonly year: number | null
  /** The year of the other reports; null where nothing says it, or all are of one year. */
  readonly lastYear: number | null
  /** Whether the folders and the titles of the reports in them agree on the years. */
  readonly areYearsCertain: boolean
  /** What a person has to know of the whole comparison, in Chinese. */
  readonly notes: readonly string[]
  readonly folders: { readonly current: string; readonly before: string | null }
  readonly records: readonly UnitComparison[]
  readonly shared: readonly SharedDraft[]
  readonly thresholds: Thresholds
}

/** How a comparison is done. */
interface CompareOptions {
  /** The prescribed form, one paragraph a line. */
  readonly form: string
  readonly thresholds: Thresholds
}

/**
 * Compares the reports of a year with those of the year before, or with each other where there is
 * no such year. Depends on nothing but the documents: the same files give the same result.
 */
export function compareReports(
  current: YearFolder,
  before: YearFolder | null,
  { form, thresholds }: CompareOptions,
): Comparison {
  const formRuns = [...form.split('\n'), ...formWords].map(
    (line) => normalize(lineOf(line), paragraphOf(line)).symbols,
  )
  const matched = matchedUnits(current.documents, before?.documents ?? [])
  const now = reportsOf(matched.current, formRuns, narrativeOf)
  // A heading may be recognized in one year only: text may be copied from any part of a report.
  const last =
    before === null
      ? null
      : reportsOf(matched.before, formRuns, (document) => withOpening(narrativeOf(document)))
  const years = yearsOf(
    [current, now.reports],
    before === null || last === null ? null : [before, last.reports],
  )
  const { year, lastYear, areYearsCertain } = years
  const isNext = areAdjacent(years)
  const lastName = isNext || lastYear === null ? '上年' : `${lastYear}年`
  const reports = [...now.reports.values()]
  const holders = holdersOf(reports)
  const shared = draftsOf(reports, sharedPassages(reports, holders, thresholds.min_shared))
  const judged = (unit: string): UnitComparison => {
    const refused = now.refused.get(unit)
    if (refused !== undefined) return withoutVerdict(unit, refused)
    const report = now.reports.get(unit) as ComparedReport
    const other = last?.reports.get(unit)
    if (other !== undefined)
      return recordOf(report, other, { year, isNext, areYearsCertain, thresholds })
    const why = last?.refused.get(unit)
    return withoutVerdict(
      unit,
      why === undefined ? `没有${lastName}的报告` : `${lastName}的报告：${why}`,
      report,
    )
  }
  const units = [...now.reports.keys(), ...now.refused.keys()]
  const gone = [...(last?.reports.keys() ?? []), ...(last?.refused.keys() ?? [])].filter(
    (unit) => !now.reports.has(unit) && !now.refused.has(unit),
  )
  const records =
    last === null
      ? acrossUnits(reports, nearestReports(reports, holders), now.refused, thresholds)
      : [...units.map(judged), ...gone.map((unit) => withoutVerdict(unit, '没有本年的报告'))]
  return {
    ...years,
    folders: { current: current.name, before: before?.name ?? null },
    records: records
      .map((record) => {
        const notes = [
          ...notesFor(record.unit, matched.notes),
          ...notesFor(record.unit, now.notes, before === null ? '' : '本年'),
          ...notesFor(record.unit, last?.notes, lastName),
        ]
        return notes.length === 0
          ? record
          : {
              ...record,
              notes: [...record.notes, ...notes.map((note) => `${record.unit}：${note}`)],
            }
      })
      .sort((a, b) => compareText(a.unit, b.unit)),
    shared,
    thresholds,
  }
}

const notesFor = (
  unit: string,
  notes: ReadonlyMap<string, string> | undefined,
  year = '',
): string[] => {
  const note = notes?.get(unit)
  return note === undefined ? [] : [`${year}${note}`]
}

const lineOf = (text: string): DocumentText => ({
  text,
  lines: [{ start: 0, end: text.length, kind: 'text' }],
  hasHardBreaks: false,
})

const paragraphOf = (text: string): Narrative => ({
  paragraphs: [{ section: '', spans: [{ start: 0, end: text.length }] }],
  hasSections: false,
  opening: [],
})

interface ReportsOfYear {
  readonly reports: ReadonlyMap<string, ComparedReport>
  /** Units whose report was not read, with the reason in Chinese. */
  readonly refused: ReadonlyMap<string, string>
  /** What a person has to know of the files of a unit, in Chinese. */
  readonly notes: ReadonlyMap<string, string>
}

/** @param partsOf the parts of a report that are compared */
function reportsOf(
  units: MatchedUnits['current'],
  form: readonly string[],
  partsOf: (document: DocumentText) => Narrative,
): ReportsOfYear {
  const read = new Map<string, Omit<ComparedReport, 'template'>>()
  const refused = new Map<string, string>()
  const notes = new Map<string, string>()
  for (const [unit, files] of units) {
    const { file, others, years } = reportAmong(files)
    if (file === null) {
      refused.set(unit, severalFiles(files, years))
      continue
    }
    const { path, sha256, content } = file
    if ('unread' in content || sha256 === null) {
      refused.set(unit, `${path} 读不出来：${'unread' in content ? content.unread : '读不了'}`)
      continue
    }
    const narrative = partsOf(content)
    const normalized = normalize(content, narrative)
    if (normalized.symbols.length === 0) {
      refused.set(unit, `${path} 里没有认出报告的正文`)
      continue
    }
    if (others.length > 0)
      notes.set(unit, `比的是 ${path}，没有比 ${others.map((other) => other.path).join('、')}`)
    read.set(unit, { unit, path, sha256, document: content, narrative, normalized })
  }
  const all = [...read.values()]
  const template = templateRuns(
    form,
    all.map(({ normalized }) => normalized.symbols),
  )
  const reports = all.map((one): ComparedReport => ({
    ...one,
    template: templateMask(one.normalized.symbols, template),
  }))
  return { reports: new Map(reports.map((report) => [report.unit, report])), refused, notes }
}

interface ReportAmong {
  /** Null where nothing says which file is the report. */
  readonly file: ReadDocument | null
  /** What lies beside it, and copies of it. */
  readonly others: readonly ReadDocument[]
  /** The years of the files that may be the report. */
  readonly years: readonly number[]
}

/** Pictures and sheets. */
const picture = /\.(?:jpe?g|png|gif|bmp|xlsx?|et|csv)$/i
const attachment = /(?:^|\/)附(?:件|表|图)[^/]*$/

/**
 * Whether a file is something added to a report: no document, or an attachment without its sections.
 * One that is named a report may be the report itself, passed on by a letter.
 */
const isBesideReport = ({ path, content }: ReadDocument): boolean =>
  !/报告|年报/.test(stemOf(path)) &&
  (picture.test(path) ||
    (attachment.test(path) && !('unread' in content) && !narrativeOf(content).hasSections))

/**
 * The report among the files of a unit: the only one but for copies of it and what lies beside it. The
 * only file is the report; one beside others has to have its sections.
 */
function reportAmong(files: readonly ReadDocument[]): ReportAmong {
  const own = files.length === 1 ? files : files.filter((file) => !isBesideReport(file))
  const years = yearsOfFiles(own)
  const [file] = own
  const isReport =
    file !== undefined &&
    (own.length === files.length ||
      'unread' in file.content ||
      narrativeOf(file.content).hasSections)
  const isOne = own.every((one) => one === file || one.sha256 === (file?.sha256 ?? ''))
  return isReport && isOne && years.length < 2
    ? { file, others: files.filter((one) => one !== file), years }
    : { file: null, others: [], years }
}

/** The years that files have in their names, or else in their titles. */
const yearsOfFiles = (files: readonly ReadDocument[]): number[] => {
  const years = files.map(
    ({ path, content }) =>
      yearOfName(path) ?? ('unread' in content ? null : yearOfTitle(content.text)),
  )
  return [...new Set(years.filter((year) => year !== null))].sort((a, b) => a - b)
}

/** Why several files of a unit cannot be told apart, in Chinese. */
function severalFiles(files: readonly ReadDocument[], years: readonly number[]): string {
  const names = files.map(({ path }) => path).join('、')
  return years.length > 1
    ? `有${years.join('、')}年的${files.length}个文件，要一年放一个文件夹：${names}`
    : `有${files.length}个文件，不知道用哪一个：${names}`
}

type YearReports = readonly [YearFolder, ReadonlyMap<string, ComparedReport>]

type ComparedYears = Pick<Comparison, 'year' | 'lastYear' | 'areYearsCertain' | 'notes'>

/** Whether the years are known and one follows the other: only then is the other one 上年. */
export const areAdjacent = ({ year, lastYear }: Pick<Comparison, 'year' | 'lastYear'>): boolean =>
  year !== null && lastYear === year - 1

/** Titles from which on most of them outweigh the name of the folder. */
const minTitles = 3

/**
 * The years of the reports: those in the names of the folders, or in most titles. Folders may be named
 * by the year of publication: then the titles of both say the years. A single title may be copied.
 */
function yearsOf(current: YearReports, before: YearReports | null): ComparedYears {
  const [now, last] = [otherTitleYear(current), before === null ? null : otherTitleYear(before)]
  const areBoth = now !== null && last !== null && now.named - now.year === last.named - last.year
  const isDoubted =
    (now !== null && (areBoth || now.count >= minTitles)) ||
    (last !== null && last.count >= minTitles)
  const year = areBoth ? now.year : yearOfComparison(current, before)
  const lastYear = areBoth ? last.year : before === null ? null : yearOfFolder(before)
  return {
    year,
    lastYear,
    areYearsCertain: !isDoubted,
    notes: isDoubted
      ? [now, last].flatMap((one) =>
          one === null
            ? []
            : [
                `文件夹“${one.folder}”写的是${one.named}年，里面多数报告的标题写的是${one.year}年，所以没有查上年年份；请按报告的年度给文件夹取名，再比对`,
              ],
        )
      : [],
  }
}

/** The year that most titles of a folder say, where its name says another one. */
function otherTitleYear([folder, reports]: YearReports) {
  const named = yearIn(folderName(folder))
  const years = [...reports.values()].map(({ document }) => yearOfTitle(document.text))
  const year = yearOfMost(years)
  return named === null || year === null || year === named
    ? null
    : { folder: folderName(folder), named, year, count: years.filter((one) => one !== null).length }
}

/**
 * The year of the reports: that in the name of the folder, or the one in most titles. All titles may
 * be copied from the year before.
 */
function yearOfComparison(current: YearReports, before: YearReports | null): number | null {
  const named = yearIn(folderName(current[0]))
  if (named !== null) return named
  const now = titleYear(current)
  const last = before === null ? null : yearOfFolder(before)
  return now !== null && now === last ? last + 1 : now
}

const folderName = ({ name }: YearFolder): string =>
  name
    .split(/[\\/]/)
    .filter((part) => part !== '')
    .at(-1) ?? ''

const yearOfFolder = (reports: YearReports): number | null =>
  yearIn(folderName(reports[0])) ?? titleYear(reports)

const titleYear = ([, reports]: YearReports): number | null =>
  usualYear([...reports.values()].map(({ document }) => yearOfTitle(document.text)))

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10

const templateShare = ({ template }: ComparedReport): number =>
  percent(
    template.reduce((sum, one) => sum + one, 0),
    template.length,
  )

const notesOf = (...reports: readonly ComparedReport[]): string[] =>
  reports.flatMap(({ path, document, narrative }) => [
    ...(document.isFromScript === true ? [`${path} 的正文是从网页的脚本里读出来的，请核对`] : []),
    ...(narrative.hasSections ? [] : [`${path} 的章节标题认不出或者认不全，按全文比较`]),
  ])

/** The record of a unit without a verdict. */
const withoutVerdict = (unit: string, reason: string, report?: ComparedReport): UnitComparison => ({
  unit,
  outcome: 'cannot-tell',
  level: null,
  reuse: null,
  reason,
  own: report === undefined ? null : ownOf(report).own,
  template: report === undefined ? null : templateShare(report),
  other: null,
  notes: report === undefined ? [] : notesOf(report),
  pair: null,
})

const ownOf = ({ normalized, template }: ComparedReport): Reuse =>
  reuseOf(normalized.symbols, template, [])

interface PairOptions {
  /**
   * Of the report; null where nothing says it, left out where the other report is of another unit in
   * the same year: then years, figures and sums are not compared.
   */
  readonly year?: number | null
  /** Whether the other report is of the year just before. */
  readonly isNext?: boolean
  readonly areYearsCertain?: boolean
  readonly thresholds: Thresholds
}

function recordOf(
  current: ComparedReport,
  before: ComparedReport,
  { year, isNext = false, areYearsCertain = false, thresholds }: PairOptions,
): UnitComparison {
  const isAcross = year === undefined
  const runs = sharedRuns(current.normalized.symbols, before.normalized.symbols)
  const { own, reused } = reuseOf(current.normalized.symbols, current.template, runs)
  const share = percent(reused, own)
  const reason =
    own < thresholds.min_own
      ? tooShort
      : share < thresholds.watch && ownOf(before).own < thresholds.min_own / 2
        ? otherTooShort
        : null
  const reuse = reason === null ? share : null
  const level = reuse === null ? null : levelOf(reuse, thresholds)
  const pair = {
    current,
    before,
    runs,
    years:
      isAcross || year === null || !isNext || !areYearsCertain
        ? []
        : yearsLeft(current, before, runs, year),
    figures: isAcross ? [] : sameFigures(current, before, runs),
    sums: isAcross
      ? { mistakes: [], checked: [], unchecked: [] }
      : addUp(current.document, isNext ? before.document : null),
  }
  return {
    unit: current.unit,
    outcome: level === null ? 'cannot-tell' : level === 'none' ? 'clean' : 'found',
    level,
    reuse,
    reason,
    own,
    template: templateShare(current),
    other: isAcross ? before.unit : null,
    notes: notesOf(...(isAcross ? [current] : [current, before])),
    pair,
  }
}

/** Each place where the year of the report before stands; a title is no sentence too. */
function yearsLeft(
  current: ComparedReport,
  before: ComparedReport,
  runs: readonly SharedRun[],
  year: number,
): LeftOverYear[] {
  const stated = statedForLastYear(current, before, year)
  const sentences = leftOverYears(current, before, runs, year).filter(
    ({ current: { start, end } }) =>
      !stated.some((one) => one.current.start < end && start < one.current.end),
  )
  return [...stated, ...sentences]
}

const tooShort = '篇幅过短，不作比较'
/** Little that was read may be little that could be read: then nothing speaks for a clean report. */
const otherTooShort = '对照报告的篇幅过短，不作比较'

function levelOf(reuse: number, { strong, likely, watch }: Thresholds): ReuseLevel {
  if (reuse >= strong) return 'strong'
  if (reuse >= likely) return 'likely'
  return reuse >= watch ? 'watch' : 'none'
}

/** The records of one year: each report with that of another unit with which it shares most. */
function acrossUnits(
  reports: readonly ComparedReport[],
  nearest: ReturnType<typeof nearestReports>,
  refused: ReadonlyMap<string, string>,
  thresholds: Thresholds,
): UnitComparison[] {
  const records = reports.map((report, n): UnitComparison => {
    const other = reports[nearest[n]?.report ?? -1]
    if (other !== undefined) return recordOf(report, other, { thresholds })
    const { own } = ownOf(report)
    if (own < thresholds.min_own) return withoutVerdict(report.unit, tooShort, report)
    // No other report has a run of 13 with text of its own.
    return {
      ...withoutVerdict(report.unit, '', report),
      outcome: 'clean',
      level: 'none',
      reuse: 0,
      reason: null,
    }
  })
  return [...records, ...[...refused].map(([unit, reason]) => withoutVerdict(unit, reason))]
}

/** The passages of the same units as one draft, the longest first. */
function draftsOf(
  reports: readonly ComparedReport[],
  passages: readonly SharedPassage[],
): SharedDraft[] {
  return [...Map.groupBy(passages, (passage) => passage.reports.join(' ')).values()]
    .map((group) => ({
      reports: (group[0]?.reports ?? []).flatMap((n) => reports[n] ?? []),
      passages: group,
      own: group.reduce((sum, { own }) => sum + own, 0),
    }))
    .sort((a, b) => b.own - a.own)
}

/** A run of symbols as a range of the text of a document. */
export const spanOf = (
  { starts, ends }: Pick<NormalizedText, 'starts' | 'ends'>,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } => ({
  start: starts[from] ?? 0,
  end: ends[to - 1] ?? 0,
})
