import {
  areasOfIssue,
  compareText,
  type Dataset,
  type Index,
  type Inspection,
  type IssueRecord,
} from './dataset.ts'

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
  const names = [...Object.values(dataset.units), ...Object.values(dataset.channels)].map(
    ({ name }) => name,
  )
  const known = new Map<string, string | null>()
  /**
   * The text if it names no unit or account, otherwise null. Cached, because there may be many
   * names and the same texts recur.
   */
  const usable = (words: string | undefined): string | null => {
    if (words === undefined) return null
    if (!known.has(words))
      known.set(words, names.some((name) => words.includes(name)) ? null : words)
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
