import {
  type Dataset,
  type Index,
  type Inspection,
  type IssueRecord,
  unitsOfIssue,
} from './dataset.ts'

/** One kind of finding, without who it was. */
export interface CheckPoint {
  readonly indicators: readonly string[]
  /** What to look for where the document names no indicator. */
  readonly problem: string | null
  /** What was found, in the words of the document. */
  readonly texts: readonly string[]
  /** How many findings there were. */
  readonly count: number
}

export interface CheckArea {
  readonly area: string
  readonly points: readonly CheckPoint[]
}

/** The findings of an inspection as a list to check oneself against, by area and by indicator. */
export function checklistOf(dataset: Dataset, index: Index, inspection: Inspection): CheckArea[] {
  const issues = index.issuesByInspection.get(inspection.id) ?? []
  const accounts = Object.values(dataset.channels).map(({ name }) => name)
  const names = ({ issue }: IssueRecord): string[] => [
    ...accounts,
    ...unitsOfIssue(issue).flatMap((unit) => dataset.units[unit]?.name ?? []),
  ]
  return Object.keys(inspection.areas).flatMap((area): CheckArea[] => {
    const points = Map.groupBy(
      issues.filter(({ issue }) => issue.area === area),
      keyOf,
    )
    if (points.size === 0) return []
    return [
      {
        area,
        points: [...points.values()].map((records): CheckPoint => {
          const [first] = records
          const texts = records
            // Words that tell who it was are no part of a list for others.
            .filter((record) => !names(record).some((name) => record.issue.text.includes(name)))
            .map(({ issue }) => issue.text)
          return {
            indicators: first?.issue.indicators ?? [],
            problem: first?.issue.problem ?? null,
            texts: [...new Set(texts)],
            count: records.length,
          }
        }),
      },
    ]
  })
}

const keyOf = ({ issue }: IssueRecord): string =>
  issue.indicators?.join(' ') ?? issue.problem ?? issue.text
