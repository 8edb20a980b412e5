import { exactSum } from '#model/exact-sum.ts'
import { addsUp, boundsOf, boundsOfCount, countOf, isGroup, numberOf } from '#model/figure.ts'
import { countNames, type CountName, type Measure } from '#schema/figure.ts'
import type { Split } from '#schema/group.ts'
import { atKey, atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import {
  type FigureBlock,
  blocksOf,
  type Figures,
  figuresOf,
  contradictionLevel,
} from '../blocks.ts'
import { problem, type Check } from '../check.ts'
import { addable, impliedCounts, isExact, leastOfPart, splitLabel, sumOfParts } from './sums.ts'

/** The parts of a split or of a figure add up to the whole. */
export const partsAndTotals: Check = {
  name: 'parts-and-totals',
  description: 'Parts add up to their total; those that are known never exceed it.',
  check({ dataset, isUsable }) {
    return [
      ...[...blocksOf(dataset)].flatMap((block) => {
        const usable = (by: string): boolean => isUsable(block.file, [...block.path, 'splits', by])
        return [...checkSplits(block, usable), ...compareSplits(block, usable)]
      }),
      ...[...figuresOf(dataset)].flatMap(checkFigures),
    ]
  },
}

function checkSplits(
  { group, file, path, asPrinted }: FigureBlock,
  usable: (by: string) => boolean,
): Problem[] {
  const { tally = {}, splits = {} } = group
  const level = contradictionLevel(asPrinted)
  return Object.entries(splits).flatMap(([by, split]) => {
    if (!usable(by)) return []
    const place = atKey(...path, 'splits', by, 'parts')
    // Parts with blocks of their own are added up for every count that all of them give.
    return addable(split).flatMap((name) => {
      const bounds = boundsOfCount(tally, name)
      const total = countOf(tally, name)
      const args = { split: splitLabel(by), name: countNames[name] }
      if (isExact(split, name)) {
        const sum = sumOfParts(split, name)
        if (total !== null && total === bounds.most && sum !== null) {
          if (sum === total)
            return split.exhaustive === false && name === split.of
              ? [problem('parts-complete', file, place, { ...args, sum }, 'warning')]
              : []
          const difference = Math.abs(sum - total)
          if (addsUp(split))
            return [
              problem(
                'parts-do-not-add-up',
                file,
                place,
                { ...args, sum, total, difference },
                level,
              ),
            ]
        }
      }
      if (bounds.most === null) return []
      const limit = Math.floor(bounds.most)
      if (!addsUp(split)) return largerParts(split, name, limit, [...path, 'splits', by])
      const least = Object.values(split.parts).reduce<number>(
        (sum, part) => sum + leastOfPart(part, name, split.of),
        0,
      )
      if (least <= bounds.most) return []
      const sum = Math.ceil(least)
      return [problem('parts-exceed', file, place, { ...args, sum, total: limit }, level)]
    })
  })

  /** Overlapping or incomplete parts still cannot be larger than the whole. */
  function largerParts({ parts, of }: Split, name: CountName, limit: number, at: Path): Problem[] {
    return Object.entries(parts).flatMap(([label, part]) => {
      const value = Math.ceil(leastOfPart(part, name, of))
      if (value <= limit) return []
      const args = { smaller: label, larger: countNames[name], value, limit }
      const place = isGroup(part)
        ? atValue(...at, 'parts', label, 'tally', name)
        : atValue(...at, 'parts', label)
      return [problem('count-exceeds', file, place, args, level)]
    })
  }
}

/** A count given only by splits is the same in each of them. */
function compareSplits(
  { group, file, path, asPrinted }: FigureBlock,
  usable: (by: string) => boolean,
): Problem[] {
  return [...impliedCounts(group, usable)].flatMap(([name, [first, ...others]]) =>
    others.flatMap(({ by, sum }) => {
      if (first === undefined || sum === first.sum) return []
      const args = {
        name: countNames[name],
        split: splitLabel(first.by),
        sum: first.sum,
        other: splitLabel(by),
        otherSum: sum,
      }
      const place = atKey(...path, 'splits', by, 'parts')
      return [problem('splits-differ', file, place, args, contradictionLevel(asPrinted))]
    }),
  )
}

/** The parts of a free figure add up to it. */
function checkFigures({ figures, file, path, asPrinted }: Figures): Problem[] {
  return Object.entries(figures).flatMap(([label, measure]) => {
    if (typeof measure !== 'object' || measure.parts === undefined) return []
    const level = contradictionLevel(asPrinted || measure.as_printed === true)
    const { least, most } = boundsOf(measure)
    const parts = Object.entries(measure.parts).map(([part, number]) => ({
      part,
      // A part in another unit cannot be added.
      ...(isOfUnit(number, measure.unit) ? boundsOf(number) : { least: null, most: null }),
    }))
    const sum = exactSum(parts.map((part) => part.least ?? 0))
    const isExact = parts.every((part) => part.least !== null && part.least === part.most)
    const at = [...path, label, 'parts']
    const args = { split: label, sum, name: label }
    if (isExact && least !== null && least === most) {
      if (sum === least)
        return measure.exhaustive === false
          ? [problem('parts-complete', file, atKey(...at), args, 'warning')]
          : []
      if (isMeanOfParts(label, measure, least)) return []
    }
    if (addsUp(measure) && isExact && least !== null && least === most) {
      const difference = exactSum([Math.max(sum, least), -Math.min(sum, least)])
      const total = least
      return [
        problem('parts-do-not-add-up', file, atKey(...at), { ...args, total, difference }, level),
      ]
    }
    // Averages may be larger than that of the whole.
    if (most === null || mayDeduct(measure) || measure.additive === false) return []
    if (measure.exhaustive === false)
      return parts.flatMap(({ part, least: value }) => {
        if (value === null || value <= most) return []
        const larger = { smaller: part, larger: label, value, limit: most }
        return [problem('count-exceeds', file, atValue(...at, part), larger, level)]
      })
    if (sum <= most) return []
    return [problem('parts-exceed', file, atKey(...at), { ...args, total: most }, level)]
  })
}

const isOfUnit = (number: Measure, unit: string | undefined): boolean =>
  typeof number !== 'object' || number.unit === undefined || number.unit === unit

/**
 * Whether a figure may have deductions among its parts, as scores do, so that a part may exceed the
 * whole.
 */
const mayDeduct = ({ unit, full, parts = {} }: Exclude<Measure, number | string>): boolean =>
  unit === '分' ||
  full !== undefined ||
  Object.entries(parts).some(
    ([label, part]) => /[扣减罚降]/.test(label) || (numberOf(part) ?? 0) < 0,
  )

/**
 * Whether the parts of a score or of an average are those of groups (全市81.5分：县区83.2、部门80.1):
 * the whole lies between them, and none is so small that it could be an addition to another.
 */
function isMeanOfParts(
  label: string,
  measure: Exclude<Measure, number | string>,
  whole: number,
): boolean {
  const { unit, full, parts = {} } = measure
  const isAverage = /均/.test(label)
  if (!isAverage && unit !== '分' && full === undefined) return false
  const numbers = Object.values(parts).map((part) => numberOf(part) ?? NaN)
  const names = Object.keys(parts)
  return (
    numbers.length > 1 &&
    !names.some((name) => /[扣减罚降加奖]|基础/.test(name)) &&
    Math.min(...numbers) <= whole &&
    Math.max(...numbers) >= whole &&
    (isAverage ? numbers.every((one) => one >= 0) : Math.min(...numbers) >= whole / 2)
  )
}
