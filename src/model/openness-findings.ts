import {
  type ConsultationFacts,
  isMissedAtLook,
  type OpennessYear,
  type PolicyFacts,
  type UnitYear,
} from './openness-facts.ts'

interface OfUnit {
  readonly of: UnitYear
  /** The day on which the office looked and found it missing. */
  readonly lookedOn: string
}

/** What the office did not find when it looked, in the ledger of a unit and year. */
export type OpennessFinding = OfUnit &
  (
    | { readonly kind: 'no-interpretation'; readonly policies: readonly PolicyFacts[] }
    | { readonly kind: 'interpretation' | 'gazette'; readonly policy: PolicyFacts }
    | { readonly kind: 'feedback'; readonly consultation: ConsultationFacts }
    | { readonly kind: 'report' }
  )

/**
 * What may be proposed from the ledger of a year: each finding rests on the day of a look, those about
 * interpretations also on a person's judgement, those about days on a threshold or a typed day. A year
 * without any interpretation is one finding, not one for each of its documents.
 */
export const opennessFindings = ({ units }: OpennessYear): OpennessFinding[] =>
  units.flatMap((of): OpennessFinding[] => {
    const { lookedOn, policies, consultations, report, hasNoneInYear } = of
    if (lookedOn === null) return []
    const base = { of, lookedOn }
    const owing = policies.filter(({ judgement }) => judgement?.owes === true)
    return [
      ...(hasNoneInYear ? [{ ...base, kind: 'no-interpretation' as const, policies: owing }] : []),
      ...owing
        .filter(({ interpretation }) => isMissedAtLook(interpretation))
        .filter(() => !hasNoneInYear)
        .map((policy) => ({ ...base, kind: 'interpretation' as const, policy })),
      ...policies
        .filter(({ gazette }) => gazette === 'none-at-look')
        .map((policy) => ({ ...base, kind: 'gazette' as const, policy })),
      ...consultations
        .filter(({ feedback }) => feedback === 'overdue')
        .map((consultation) => ({ ...base, kind: 'feedback' as const, consultation })),
      ...(report.state === 'overdue' ? [{ ...base, kind: 'report' as const }] : []),
    ]
  })
