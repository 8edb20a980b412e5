import { sha256 } from '#model/sha256.ts'
import { fingerprintOf, type Proposal, proposalId } from '#tools/proposals/proposal.ts'
import { areAdjacent, type Comparison, type ComparedPair, type UnitComparison } from './compare.ts'
import { evidencePaths, programText } from './evidence-facts.ts'
import { runsWithOwnText } from './reuse.ts'
import { againstText, levelWords, shareText } from './words.ts'

/** What the comparison of annual reports is called in a proposal. */
const source = '年度报告比对'

/** Passages of evidence that a proposal carries, and the longest of them in characters. */
const maxLines = 20

/**
 * The name of a run and of its folder of evidence: `annual-reports-2023`, and
 * `annual-reports-2023-2020` where the other year is not the one before.
 */
export function runName(comparison: Pick<Comparison, 'year' | 'lastYear' | 'folders'>): string {
  const { year, lastYear, folders } = comparison
  const units = folders.before === null ? 'units-' : ''
  const other = lastYear === null || areAdjacent(comparison) ? '' : `-${lastYear}`
  return `annual-reports-${units}${year ?? 'unknown'}${other}`
}

/**
 * The findings of a comparison as proposals: reuse from the lowest reference line on, the year of
 * the report before, and sums that do not come out. Without a verdict nothing is proposed.
 */
export function proposalsOf(comparison: Comparison): Proposal[] {
  return comparison.records.flatMap((record) => {
    const { pair } = record
    if (pair === null) return []
    return [
      ...reuseProposal(record, pair, comparison),
      ...yearProposal(record, pair, comparison),
      ...sumProposal(record, pair, comparison),
    ]
  })
}

function reuseProposal(
  record: UnitComparison,
  pair: ComparedPair,
  comparison: Comparison,
): Proposal[] {
  const { level, reuse, other } = record
  if (level === null || level === 'none' || reuse === null) return []
  const { thresholds } = comparison
  const isFollowed = areAdjacent(comparison) && comparison.areYearsCertain
  const against = other ?? againstText(comparison)
  const { text } = pair.current.document
  return [
    proposal('reuse', record, pair, comparison, {
      says: `年度报告自有内容有${shareText(reuse)}与${against}的相同（${levelWords[level]}）`,
      measurement: { what: '自有内容重复率', value: reuse, unit: '%' },
      threshold: { value: thresholds[level], unit: '%', verified: thresholds.verified },
      suggestion:
        other === null && comparison.lastYear !== null
          ? '年度报告内容与往年雷同'
          : `年度报告内容与${against}的雷同`,
      // Only what is compared with the year before can be compared again in the next year.
      ...(other === null && comparison.year !== null && isFollowed
        ? { about: { finding: 'reuse', year: comparison.year } }
        : {}),
      lines: runsWithOwnText(pair.runs, pair.current)
        .slice(0, maxLines)
        .map(({ from, to }) => {
          const [start, end] = [
            pair.current.normalized.starts[from],
            pair.current.normalized.ends[to - 1],
          ]
          return text.slice(start, end)
        }),
    }),
  ]
}

function yearProposal(
  record: UnitComparison,
  pair: ComparedPair,
  comparison: Comparison,
): Proposal[] {
  const { years } = pair
  const { year } = comparison
  if (years.length === 0 || year === null) return []
  const stated = years.filter(({ where }) => where !== 'sentence')
  const count = years.length - stated.length
  const says = [
    ...stated.map(({ where, before }) => {
      const name = where === 'title' ? '标题' : '统计期限'
      return `${name}写的是${year - 1}年${before === null ? `，上年报告里没有找到写${year - 1}年的${name}` : ''}`
    }),
    ...(count === 0 ? [] : [`有${count}句写${year - 1}年，上年报告里有相同的文字`]),
  ]
  return [
    proposal('left-over-year', record, pair, comparison, {
      says: `年度报告${says.join('；')}`,
      measurement: { what: '写上年年份的地方', value: years.length, unit: '处' },
      threshold: null,
      suggestion: `年度报告写的是${year - 1}年`,
      lines: years
        .slice(0, maxLines)
        .map(({ current }) => pair.current.document.text.slice(current.start, current.end)),
    }),
  ]
}

function sumProposal(
  record: UnitComparison,
  pair: ComparedPair,
  comparison: Comparison,
): Proposal[] {
  const { mistakes } = pair.sums
  const [first] = mistakes
  if (first === undefined) return []
  const lines = mistakes.map(
    ({ what, how, expected, printed }) => `${what}：报告写${printed}，按“${how}”应为${expected}`,
  )
  return [
    proposal('carried-over', record, pair, comparison, {
      says: `年度报告有${mistakes.length}处结转或者有效件数对不上`,
      measurement: { what: '对不上的数', value: mistakes.length, unit: '处' },
      threshold: null,
      suggestion: `年度报告的${first.what}对不上`,
      lines,
    }),
  ]
}

interface Finding extends Pick<
  Proposal,
  'says' | 'measurement' | 'threshold' | 'suggestion' | 'about'
> {
  readonly lines: readonly string[]
}

function proposal(
  kind: string,
  { unit }: UnitComparison,
  { current, before }: ComparedPair,
  comparison: Comparison,
  { lines, ...finding }: Finding,
): Proposal {
  const paths = evidencePaths(unit)
  const run = runName(comparison)
  const texts = [
    { path: `${run}/${paths.current}`, sha256: sha256(current.document.text) },
    { path: `${run}/${paths.before}`, sha256: sha256(before.document.text) },
  ]
  const fingerprint = fingerprintOf([source, kind, unit, ...texts.map((text) => text.sha256)])
  return {
    id: proposalId(fingerprint),
    fingerprint,
    source,
    run,
    kind,
    unit,
    ...finding,
    evidence: {
      page: `${run}/${paths.page}`,
      files: [current, before].map(({ path, sha256 }) => ({ path, sha256 })),
      texts,
      lines: [...lines],
      program: programText,
    },
  }
}
