import {
  areasOfIssue,
  compareText,
  type Dataset,
  type Index,
  type Inspection,
  type IssueRecord,
} from './dataset.ts'
import { Memoized } from './memoized.ts'
import type { Model } from './model.ts'
import { opennessYears } from './openness-facts.ts'
import { opennessFindings, type OpennessFinding } from './openness-findings.ts'

/** One kind of finding, without the units or accounts that it was found at. */
interface CheckPoint {
  readonly indicators: readonly string[]
  /**
   * The problem in words if the document names no indicator; null if it names one or if the words
   * name a unit or account.
   */
  readonly problem: string | null
  /** The words of the document for these findings, without those that name a unit or account. */
  readonly texts: readonly string[]
  /** How many findings there were. */
  readonly count: number
}

export interface CheckArea {
  readonly area: string
  readonly points: readonly CheckPoint[]
}

/**
 * The findings of an inspection as a checklist by area and indicator. Texts that name any unit or
 * account are left out, even if the finding is not about it.
 */
export function checklistOf(dataset: Dataset, index: Index, inspection: Inspection): CheckArea[] {
  const issues = index.issuesByInspection.get(inspection.id) ?? []
  const names = namesOf(dataset)
  const known = new Map<string, string | null>()
  /**
   * The text if it names no unit or account, otherwise null. Cached, because the same texts recur.
   */
  const usable = (words: string | undefined): string | null => {
    if (words === undefined) return null
    if (!known.has(words)) known.set(words, containsName(words, names) ? null : words)
    return known.get(words) ?? null
  }
  // Findings with the same indicators in any order are of one kind; without indicators the problem
  // or the text decides.
  const kindOf = ({ issue: { indicators, problem, text } }: IssueRecord): string =>
    indicators?.toSorted(compareText).join(' ') ?? usable(problem) ?? usable(text) ?? ''
  return [...Object.keys(inspection.areas), 'not-stated'].flatMap((area): CheckArea[] => {
    const points = Map.groupBy(
      issues.filter(({ issue }) => areasOfIssue(issue).includes(area)),
      kindOf,
    )
    if (points.size === 0) return []
    return [
      {
        area,
        points: [...points.values()].map((records): CheckPoint => {
          const indicators = records[0]?.issue.indicators ?? []
          const wordsFor = records.map(({ issue }) => usable(issue.problem))
          const texts = records.map(({ issue }) => usable(issue.text))
          return {
            indicators,
            problem: indicators.length > 0 ? null : (wordsFor.find((one) => one !== null) ?? null),
            texts: [...new Set(texts.filter((text) => text !== null))],
            count: records.length,
          }
        }),
      },
    ]
  })
}

/** The names of all units and accounts, by their first character. */
type NamesByFirstCharacter = ReadonlyMap<string, readonly string[]>

const namesByFirstCharacter = new Memoized<NamesByFirstCharacter>()

const namesOf = (dataset: Dataset): NamesByFirstCharacter =>
  namesByFirstCharacter.of(dataset, () =>
    Map.groupBy(
      [...Object.values(dataset.units), ...Object.values(dataset.channels)].map(({ name }) => name),
      (name) => name.charAt(0),
    ),
  )

/**
 * Whether a text contains one of the names. Only names that begin with a character of the text are
 * compared: a province has thousands of names.
 */
function containsName(text: string, names: NamesByFirstCharacter): boolean {
  for (let at = 0; at < text.length; at++)
    if (names.get(text.charAt(at))?.some((name) => text.startsWith(name, at))) return true
  return false
}

/** One kind of what the office did not find in the ledgers of units. */
export interface OpennessPoint {
  readonly finding: OpennessFinding['kind']
  /** How many documents, consultations, reports; of a year without interpretation, units. */
  readonly count: number
  /** The years of the ledgers, the newest first. */
  readonly years: readonly string[]
}

/**
 * What the office did not find when it looked at the ledgers within the period of an inspection, by kind
 * and without the units. A look belongs to one period only; without a look there is nothing.
 */
export function opennessPointsOf(
  model: Pick<Model, 'dataset' | 'asOf'>,
  { period }: Pick<Inspection, 'period'>,
): OpennessPoint[] {
  const found = opennessYears(model).flatMap((of) =>
    opennessFindings(of)
      .filter(({ lookedOn }) => period.start <= lookedOn && lookedOn <= period.end)
      .map(({ kind }) => ({ kind, year: of.year })),
  )
  return [...Map.groupBy(found, ({ kind }) => kind)].map(([finding, some]) => ({
    finding,
    count: some.length,
    years: [...new Set(some.map(({ year }) => year))].sort().reverse(),
  }))
}
