/** What the ledger says later of an issue that came from it or from compared annual reports. */
import { chineseDate } from '#model/calendar.ts'
import { type IssueRecord, unitsOfIssue } from '#model/dataset.ts'
import { Memoized } from '#model/memoized.ts'
import type { Model } from '#model/model.ts'
import { isMissedAtLook, type ReportFacts, type UnitYear } from '#model/openness-facts.ts'
import { opennessOutcomes, type OpennessOutcome, outcomeYear } from '#model/openness-outcome.ts'
import * as at from './addresses.ts'
import { inspectionLabel } from './inspection-names.ts'
import { type Link, unitName } from './names.ts'
import {
  feedbackWords,
  gazetteWords,
  interpretationWords,
  annualReportWords,
} from './openness-words.ts'

interface OutcomeFact {
  readonly label: string
  readonly value: Link[]
}

/** What became of an issue, one link a unit or record; null for one of another origin. */
export function outcomeFact(model: Model, record: IssueRecord, unit?: string): OutcomeFact | null {
  const about = record.issue.origin?.about
  if (about === undefined) return null
  const value = opennessOutcomes(model, record)
    .filter((one) => unit === undefined || one.unit === unit)
    .map((outcome) => ({
      label: `${unit === undefined ? `${unitName(model, outcome.unit)}：` : ''}${outcomeWords(outcome)}`,
      href: outcomeHref(outcome),
    }))
  if (value.length === 0) return null
  const label =
    about.finding === 'reuse'
      ? `下一年度比对（${outcomeYear(about)}年度）`
      : about.finding === 'no-interpretation'
        ? `下一年度台账（${outcomeYear(about)}年）`
        : '台账现状'
  return { label, value }
}

function outcomeWords(outcome: OpennessOutcome): string {
  switch (outcome.what) {
    case 'compared':
      return comparedAgain(outcome.compared)
    case 'next-year':
      return nextYearWords(outcome.of)
    case 'report':
      return annualReportWords[outcome.report.state].label
    case 'policy':
      return outcome.finding === 'gazette'
        ? gazetteWords[outcome.policy.gazette].label
        : interpretationWords[outcome.policy.interpretation].label
    case 'consultation':
      return feedbackWords[outcome.consultation.feedback].label
    case 'not-recorded':
      return '本站未收录'
  }
}

const comparedAgain = (compared: ReportFacts['compared']): string =>
  compared === null
    ? '未比对'
    : `${compared.repeats ? '仍然雷同' : '不再雷同'}（${chineseDate(compared.on)}比对）`

function nextYearWords({ lookedOn, hasNoneInYear, policies }: UnitYear): string {
  if (lookedOn === null) return '尚未核查'
  const look = `（${chineseDate(lookedOn)}核查）`
  if (hasNoneInYear) return `仍然全年未解读${look}`
  const owing = policies.filter(
    ({ judgement, isLookedAt }) => judgement?.owes === true && isLookedAt,
  )
  if (owing.length === 0) return `没有判断为应解读的文件${look}`
  const done = owing.filter(({ interpretation }) => interpretation === 'interpreted')
  const missed = owing.filter(({ interpretation }) => isMissedAtLook(interpretation))
  const judged = done.length + missed.length
  const rest = owing.length - judged
  const other = rest === 0 ? '' : `${rest}件核查时期限未到或者期限不详`
  if (judged === 0) return `应解读的文件中${other}${look}`
  return `应解读${judged}件，有解读${done.length}件${other && `，另有${other}，不计入`}${look}`
}

function outcomeHref(outcome: OpennessOutcome): string | undefined {
  const { unit, year } = outcome
  if (outcome.what === 'not-recorded') return undefined
  const page = at.opennessUnitPage(year, unit)
  if (outcome.what === 'policy') return `${page}#${at.policyAnchorName(outcome.policy.id)}`
  if (outcome.what === 'consultation')
    return at.consultationAnchor(year, unit, outcome.consultation.id)
  return page
}

const issues = new Memoized<ReadonlyMap<string, readonly Link[]>>()

/** The issues about the ledger of a unit and year, and those of the year before that it answers. */
export const issuesAbout = (model: Model, year: string, unit: string): readonly Link[] =>
  issues.of(model.dataset, () => issuesByLedger(model)).get(`${year}/${unit}`) ?? []

function issuesByLedger(model: Model): Map<string, Link[]> {
  const found = new Map<string, Link[]>()
  for (const record of model.index.issues) {
    const about = record.issue.origin?.about
    if (about === undefined) continue
    const link = {
      label: `${record.issue.text}（${inspectionLabel(record.inspection)}）`,
      href: at.issuePage(record.id),
    }
    for (const unit of unitsOfIssue(record.issue))
      for (const year of new Set([String(about.year), outcomeYear(about)])) {
        const key = `${year}/${unit}`
        found.set(key, [...(found.get(key) ?? []), link])
      }
  }
  return found
}
