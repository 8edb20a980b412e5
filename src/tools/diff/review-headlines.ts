import { kindOfFile } from '#schema/authored-files.ts'
import type { Dataset } from '#model/dataset.ts'
import { comparisons } from './review-comparisons.ts'
import type { ReviewedVersion, ReviewPart } from './review.ts'

/**
 * A change in a few words, for the top of a review: rates that read otherwise, issues by unit, how
 * many deadlines, reports and statements came or went, and what inspections will say of the one
 * before them.
 */
export function headlines(
  before: ReviewedVersion,
  now: ReviewedVersion,
  parts: readonly ReviewPart[],
  asOf: string,
): string[] {
  const [was, is] = [before.dataset, now.dataset]
  return [...rates(parts), ...issues(was, is), ...counts(was, is), ...comparisons(was, is, asOf)]
}

/** The lines of rates, each with its period where more than one is changed. */
function rates(parts: readonly ReviewPart[]): string[] {
  const changed = parts.flatMap(({ subject, file, lines }) =>
    kindOfFile(file)?.kind === 'inspection'
      ? lines.filter(({ what }) => what.endsWith('率')).map((line) => ({ ...line, subject }))
      : [],
  )
  const periods = new Set(changed.map(({ subject }) => subject))
  return changed.map(({ subject, what, before, after }) => {
    const where = periods.size > 1 ? `${subject} ` : ''
    return `${where}${what} ${before ?? '（没有）'} → ${after ?? '（没有）'}`
  })
}

/** 叙州区新增问题1项; an issue that names several units counts for each. */
function issues(was: Dataset | null, is: Dataset | null): string[] {
  const [old, fresh] = [issueUnits(was), issueUnits(is)]
  const dataset = is ?? was
  const tell = (from: IssueUnits, other: IssueUnits, verb: string): string[] => {
    const perUnit = new Map<string, number>()
    for (const [id, units] of from) {
      if (other.has(id)) continue
      for (const unit of units) perUnit.set(unit, (perUnit.get(unit) ?? 0) + 1)
    }
    return [...perUnit].map(([unit, count]) => {
      const name = unit === '' ? '没有写明单位的' : (dataset?.units[unit]?.name ?? unit)
      return `${name}${verb}问题${count}项`
    })
  }
  return [...tell(fresh, old, '新增'), ...tell(old, fresh, '撤去')]
}

type IssueUnits = ReadonlyMap<string, readonly string[]>

const issueUnits = (dataset: Dataset | null): IssueUnits =>
  new Map(
    (dataset?.inspections ?? []).flatMap(({ issues: own = {} }) =>
      Object.entries(own).map(([id, { units }]) => [id, Array.isArray(units) ? units : ['']]),
    ),
  )

/** The records that are counted by id, by the word for them. */
const counted: readonly (readonly [string, (dataset: Dataset) => readonly string[]])[] = [
  ['检查', ({ inspections }) => inspections.map(({ id }) => id)],
  ['通报', ({ bulletins }) => Object.keys(bulletins)],
  [
    '期限',
    ({ inspections }) =>
      inspections.flatMap(({ id, deadlines = {} }) =>
        Object.keys(deadlines).map((deadline) => `${id}/${deadline}`),
      ),
  ],
  ['自查整改情况', ({ selfInspections }) => pairs(selfInspections)],
  ['单位的整改说明', ({ statements }) => pairs(statements)],
  ['单位', ({ units }) => Object.keys(units)],
  ['网站和账号', ({ channels }) => Object.keys(channels)],
]

const pairs = (groups: Readonly<Record<string, object>>): string[] =>
  Object.entries(groups).flatMap(([group, inner]) =>
    Object.keys(inner).map((id) => `${group}/${id}`),
  )

/** 期限 +2, or 期限 +1 −1 */
function counts(was: Dataset | null, is: Dataset | null): string[] {
  return counted.flatMap(([word, idsOf]) => {
    const [old, fresh] = [was, is].map((one) => new Set(one === null ? [] : idsOf(one)))
    if (old === undefined || fresh === undefined) return []
    const added = fresh.difference(old).size
    const removed = old.difference(fresh).size
    const changes = [added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : ''].filter(Boolean)
    return changes.length === 0 ? [] : [`${word} ${changes.join(' ')}`]
  })
}
