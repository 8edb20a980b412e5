import type { FindingSubject } from '#schema/openness.ts'
import { type IssueRecord, unitsOfIssue } from './dataset.ts'
import type { Model } from './model.ts'
import {
  type ConsultationFacts,
  opennessYears,
  type PolicyFacts,
  type ReportFacts,
  type UnitYear,
} from './openness-facts.ts'

/** What the ledger says later of a unit that an issue names. */
export type OpennessOutcome = {
  readonly unit: string
  /** The year of the ledger that says it. */
  readonly year: string
} & (
  | { readonly what: 'report'; readonly report: ReportFacts }
  | { readonly what: 'compared'; readonly compared: ReportFacts['compared'] }
  | { readonly what: 'policy'; readonly policy: PolicyFacts; readonly finding: PolicyFinding }
  | { readonly what: 'consultation'; readonly consultation: ConsultationFacts }
  | { readonly what: 'next-year'; readonly of: UnitYear }
  /** The ledger has nothing on the unit, or not the record. */
  | { readonly what: 'not-recorded' }
)
type PolicyFinding = Extract<FindingSubject['finding'], 'interpretation' | 'gazette'>

/** A finding about a whole year, which only the ledger of the next year can show to be corrected. */
const isOfYear = ({ finding }: FindingSubject): boolean =>
  finding === 'reuse' || finding === 'no-interpretation'

/** The year whose ledger says what became of a finding. */
export const outcomeYear = (about: FindingSubject): string =>
  String(isOfYear(about) ? about.year + 1 : about.year)

/**
 * What became of an issue that came from the ledger or from compared reports, for each of its units:
 * what the ledger of the next year records of a finding about a year, what the same ledger records
 * today of a document, a consultation or a report. Nothing is called corrected because its ledger is
 * silent, and nothing is missing before a look after its last day.
 */
export function opennessOutcomes(
  model: Pick<Model, 'dataset' | 'asOf'>,
  { issue }: Pick<IssueRecord, 'issue'>,
): OpennessOutcome[] {
  const about = issue.origin?.about
  if (about === undefined) return []
  const year = outcomeYear(about)
  const units = opennessYears(model).find((one) => one.year === year)?.units ?? []
  return unitsOfIssue(issue).flatMap((unit): OpennessOutcome[] => {
    const base = { unit, year }
    const of = units.find((one) => one.unit === unit)
    if (of === undefined) return [{ ...base, what: 'not-recorded' }]
    return outcomesIn(of, about).map((outcome) => ({ ...base, ...outcome }))
  })
}

type Outcome = OpennessOutcome extends infer O
  ? O extends unknown
    ? Omit<O, 'unit' | 'year'>
    : never
  : never

function outcomesIn(of: UnitYear, { finding, records = [] }: FindingSubject): Outcome[] {
  switch (finding) {
    case 'reuse':
      return [{ what: 'compared', compared: of.report.compared }]
    case 'no-interpretation':
      return [{ what: 'next-year', of }]
    case 'report':
      return [{ what: 'report', report: of.report }]
    case 'feedback': {
      const found = of.consultations.filter(({ id }) => records.includes(id))
      return found.map((consultation) => ({ what: 'consultation', consultation }))
    }
    case 'interpretation':
    case 'gazette': {
      const found = of.policies.filter(({ id }) => records.includes(id))
      return found.map((policy) => ({ what: 'policy', policy, finding }))
    }
  }
}
