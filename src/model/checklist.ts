import {
  compareText,
  type Dataset,
  type Index,
  type Inspection,
  type IssueRecord,
} from './dataset.ts'

/** One kind of finding, without who it was. */
export interface CheckPoint {
  readonly indicators: readonly string[]
  /** What to look for where the document names no indicator; null too where the words name somebody. */
  readonly problem: string | null
  /** What was found, in the words of the document, as far as they name nobody. */
  readonly texts: readonly string[]
  /** How many findings there were. */
  readonly count: number
}

export interface CheckArea {
  readonly area: string
  readonly points: readonly CheckPoint[]
}

/**
 * The findings of an inspection as a list to check oneself against, by area and by indicator. Words
 * that name a unit or an account, whether the finding is about it or not, are no part of it.
 */
export function checklistOf(dataset: Dataset, index: Index, inspection: Inspection): CheckArea[] {
  const issues = index.issuesByInspection.get(inspection.id) ?? []
  const names = [...Object.values(dataset.units), ...Object.values(dataset.channels)].map(
    ({ name }) => name,
  )
  const known = new Map<string, string | null>()
  /** Words that name nobody; null for others. The names may be many, and the words are asked often. */
  const usable = (words: string | undefined): string | null => {
    if (words === undefined) return null
    if (!known.has(words))
      known.set(words, names.some((name) => words.includes(name)) ? null : words)
    return known.get(words) ?? null
  }
  // Findings are of one kind by their indicators, in whatever order, else by the words for it.
  const kindOf = ({ issue: { indicators, problem, text } }: IssueRecord): string =>
    indicators?.toSorted(compareText).join(' ') ?? usable(problem) ?? usable(text) ?? ''
  return Object.keys(inspection.areas).flatMap((area): CheckArea[] => {
    const points = Map.groupBy(
      issues.filter(({ issue }) => issue.area === area),
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
