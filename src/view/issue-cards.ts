import type { Model } from '#model/model.ts'
import { indicatorsInForce } from '#model/catalogue.ts'
import { type Inspection, type IssueRecord, unitsOfIssue } from '#model/dataset.ts'
import { measureViews } from '#model/area.ts'
import { Memoized } from '#model/memoized.ts'
import { missingWords } from '#model/figure.ts'
import * as at from './addresses.ts'
import { type RepeatLine, repeatLines, stateLine, type StepLine, stepLines } from './ledger.ts'
import { measureFact } from './block-tables.ts'
import { channelLink, type Link, unitLink } from './names.ts'
import { countsWords, severityWords } from './issue-words.ts'
import { outcomeFact } from './openness-outcome.ts'
import type { StateWords } from './state-words.ts'

interface IssueCardProps {
  id: string
  href: string
  text: string
  units: Link[]
  unitsSuffix?: string
  unitsMissing?: string
  channels: Link[]
  indicators: Link[]
  /** The word with which the document classes the finding, or 单项否决. */
  status?: StateWords
  /** Whether it counts in the rate; undefined when the document does not say, or has no rate. */
  counts?: string
  /** Figures of the finding, with their names. */
  figures: ReturnType<typeof measureFact>[]
  remark?: string
  /** The state of its rectification, in words; undefined while nothing is recorded. */
  state?: string
  steps: StepLine[]
  repeats: RepeatLine[]
  /** On the page of a unit: what the ledger says later of what the issue is about. */
  outcome?: { readonly label: string; readonly value: Link[] }
}

/** How many earlier findings a card lists. */
const maxRepeats = 3

function newestOf({ who, earlier }: RepeatLine): RepeatLine {
  return earlier.length <= maxRepeats
    ? { who, earlier }
    : { who, earlier: earlier.slice(0, maxRepeats), suffix: `等${earlier.length}项` }
}

/** The name of an indicator in the version that was in force at the end of a period. */
export function indicatorName(
  { dataset, index }: Pick<Model, 'dataset' | 'index'>,
  id: string,
  { period }: Inspection,
): string {
  const force = indicatorsInForce(dataset.catalogues, period.end)
  return (force.get(id) ?? index.indicators.get(id))?.indicator.name ?? id
}

/** The cards without a unit, which half a dozen lists show. */
const cards = new Memoized<IssueCardProps>()

/** An issue for its card or page; with a unit, only the steps and repeats of that unit. */
export const issueCard = (model: Model, record: IssueRecord, unit?: string): IssueCardProps =>
  unit === undefined
    ? cards.of(model, () => cardOf(model, record), record.id)
    : cardOf(model, record, unit)

function cardOf(model: Model, record: IssueRecord, unit?: string): IssueCardProps {
  const { id, issue, inspection } = record
  const units = unitsOfIssue(issue)
  const steps = stepLines(model, record, unit)
  const counts = countsWords(issue, inspection)
  const outcome = unit === undefined ? null : outcomeFact(model, record, unit)
  const status =
    issue.printed_status ?? (issue.severity === 'veto' ? severityWords.veto : undefined)
  return {
    id,
    href: at.issuePage(id),
    text: issue.text,
    units: units.map((id) => unitLink(model, id)),
    ...(issue.exhaustive === false && units.length > 0 ? { unitsSuffix: '等单位' } : {}),
    ...(typeof issue.units === 'string' ? { unitsMissing: missingWords[issue.units] } : {}),
    channels: (issue.channels ?? []).map((id) => channelLink(model, id)),
    indicators: (issue.indicators ?? []).map((indicator) => ({
      label: indicatorName(model, indicator, inspection),
      href: at.indicatorPage(indicator),
    })),
    ...(status === undefined
      ? {}
      : { status: { label: status, tone: issue.counts_in_rate === true ? 'alert' : 'neutral' } }),
    ...(counts === null || issue.counts_in_rate === 'not-stated' ? {} : { counts }),
    figures: measureViews(issue.figures, model.dataset).map(measureFact),
    ...(issue.remark === undefined ? {} : { remark: issue.remark }),
    ...(steps.length === 0 ? {} : { state: stateLine(model, record, unit) }),
    steps,
    ...(outcome === null ? {} : { outcome }),
    // Only on the page of a unit: the page of the issue lists all of them.
    repeats: unit === undefined ? [] : repeatLines(model, record, unit).map(newestOf),
  }
}
