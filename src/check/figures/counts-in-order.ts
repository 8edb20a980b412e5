import { boundsOf, figureText } from '#model/figure.ts'
import { countNames, type CountName, type Tally } from '#schema/figure.ts'
import { type Group, splitNames } from '#schema/group.ts'
import { atKey, atValue, type Level, type Problem } from '#messages/problem.ts'
import { type FigureBlock, blocksOf, contradictionLevel } from '../blocks.ts'
import { problem, type Check } from '../check.ts'
import { impliedCounts, splitLabel } from './sums.ts'

/** Pairs of counts of which the first never exceeds the second. */
const ordered: readonly (readonly [CountName, CountName])[] = [
  ['running', 'total'],
  ['checked', 'total'],
  ['checked', 'running'],
  ['failed', 'checked'],
  ['failed', 'total'],
  ['passed', 'checked'],
  ['passed', 'running'],
  ['passed', 'total'],
  ['valid', 'received'],
  ['closed', 'valid'],
  ['closed_on_time', 'closed'],
  ['closed_on_time', 'valid'],
  ['closed_on_time', 'received'],
  ['closed', 'received'],
  ['verified', 'valid'],
  ['verified', 'received'],
  ['open', 'valid'],
  ['open', 'received'],
  ['published', 'received'],
]

/**
 * Pairs that usually are in order. A document may have a reason for an exception, such as a
 * question made public while still open.
 */
const usuallyOrdered: readonly (readonly [CountName, CountName])[] = [['published', 'closed']]

/** Whether a count can never exceed another. */
export const neverExceeds = (smaller: CountName, larger: CountName): boolean =>
  ordered.some(([one, other]) => one === smaller && other === larger)

/** The counts of a block are in order, including those that only its parts give. */
export const countsInOrder: Check = {
  name: 'counts-in-order',
  description: 'checked ≤ running ≤ total; failed ≤ checked; closed ≤ received; and so on.',
  check({ dataset, isUsable }) {
    return [...blocksOf(dataset)].flatMap((block) => {
      const usable = (by: string): boolean => isUsable(block.file, [...block.path, 'splits', by])
      return [...checkOrder(block, usable), ...checkOutcome(block), ...checkMessages(block)]
    })
  },
}

function checkOrder(
  { group, file, path, asPrinted }: FigureBlock,
  usable: (by: string) => boolean,
): Problem[] {
  const { tally = {} } = group
  const problems: Problem[] = []
  const implied = impliedCounts(group, usable)
  const tooLarge = new Set<CountName>()
  const compare = ([smaller, larger]: readonly [CountName, CountName], level: Level): void => {
    // One message for each count, even if it exceeds several others.
    if (tooLarge.has(smaller)) return
    const [small] = implied.get(smaller) ?? []
    const [large] = implied.get(larger) ?? []
    const value = small?.sum ?? boundsOf(tally[smaller]).least
    const limit = large?.sum ?? boundsOf(tally[larger]).most
    // If both come from the same split, the order is checked in each part.
    if (small !== undefined && small.by === large?.by) return
    if (value === null || limit === null || value <= limit) return
    tooLarge.add(smaller)
    const place = atValue(...path, 'tally', smaller)
    const shown = textOf(tally, smaller, value)
    const names = { smaller: countNames[smaller], larger: countNames[larger] }
    if (small !== undefined)
      problems.push(
        problem(
          'parts-exceed',
          file,
          atKey(...path, 'splits', small.by, 'parts'),
          { split: splitLabel(small.by), sum: value, name: names.larger, total: limit },
          level,
        ),
      )
    else if (large !== undefined)
      problems.push(
        problem(
          'count-exceeds-parts',
          file,
          place,
          { ...names, value: shown, split: splitLabel(large.by), limit },
          level,
        ),
      )
    else {
      const args = { ...names, value: shown, limit: textOf(tally, larger, limit) }
      problems.push(problem('count-exceeds', file, place, args, level))
    }
  }
  for (const pair of ordered) compare(pair, contradictionLevel(asPrinted))
  for (const pair of usuallyOrdered) compare(pair, 'warning')
  // Work orders have a total but no received messages.
  if (tally.received === undefined && tally.valid === undefined)
    compare(['closed', 'total'], contradictionLevel(asPrinted))
  return problems
}

/** A count in the words of the document if it is qualified, else the bare number. */
function textOf(tally: Tally, name: CountName, number: number): number | string {
  const figure = tally[name]
  return typeof figure === 'object' ? figureText(figure) : number
}

/** Passed and failed add up to checked. */
function checkOutcome({ group, file, path, asPrinted }: FigureBlock): Problem[] {
  const { tally = {} } = group
  const passed = boundsOf(tally.passed)
  const failed = boundsOf(tally.failed)
  const checked = boundsOf(tally.checked)
  const most = [checked.most, boundsOf(tally.running).most, boundsOf(tally.total).most]
  const limit = most.find((one) => one !== null)
  if (passed.least === null || failed.least === null || limit === undefined) return []
  // A count that is too large by itself is already reported.
  if (passed.least > limit || failed.least > limit) return []
  const tooMany = passed.least + failed.least > limit
  const tooFew =
    passed.most !== null &&
    failed.most !== null &&
    checked.least !== null &&
    passed.most + failed.most < checked.least &&
    !hasMoreOutcomes(group)
  if (!tooMany && !tooFew) return []
  const place = atValue(...path, 'tally', 'passed')
  if (checked.most === null) {
    const larger = tally.running === undefined ? countNames.total : countNames.running
    const args = { smaller: '合格加不合格', larger, value: passed.least + failed.least, limit }
    return [problem('count-exceeds', file, place, args, contradictionLevel(asPrinted))]
  }
  const args = {
    passed: textOf(tally, 'passed', passed.least),
    failed: textOf(tally, 'failed', failed.least),
    checked: textOf(tally, 'checked', checked.most),
  }
  return [problem('outcome-does-not-add-up', file, place, args, contradictionLevel(asPrinted))]
}

/** Whether the document has outcomes between passed and failed, such as 基本合格. */
const hasMoreOutcomes = ({ splits = {} }: Group): boolean =>
  [splits['outcome'], splits[splitNames['outcome'] ?? '']].some((split) => split?.of === 'checked')

/** Closed and open messages are not more than all messages. */
function checkMessages({ group, file, path, asPrinted }: FigureBlock): Problem[] {
  const { tally = {} } = group
  const name = tally.closed === undefined ? 'closed_on_time' : 'closed'
  const closed = boundsOf(tally[name]).least
  const open = boundsOf(tally.open).least
  const larger = tally.valid === undefined ? 'received' : 'valid'
  const limit = boundsOf(tally[larger]).most
  if (closed === null || open === null || limit === null) return []
  if (closed > limit || open > limit || closed + open <= limit) return []
  const args = {
    smaller: `${countNames[name]}加在办`,
    larger: countNames[larger],
    value: closed + open,
    limit,
  }
  return [
    problem(
      'count-exceeds',
      file,
      atValue(...path, 'tally', 'open'),
      args,
      contradictionLevel(asPrinted),
    ),
  ]
}
