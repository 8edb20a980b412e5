import type { Dataset } from '#model/dataset.ts'
import { boundsOf, countOf, numberOf } from '#model/figure.ts'
import { isSameNumber, readNumber } from '#model/printed-number.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { type FigureBlock, blocksOf, type NamedNumber, numbersOf } from '../blocks.ts'
import { problem, type Check } from '../check.ts'

/** A number agrees with its printed form and with its own bounds. Only warns. */
export const ownWords: Check = {
  name: 'own-words',
  description: 'A number agrees with its own printed form and bounds; 全部 means all.',
  check({ dataset }) {
    return [
      ...[...worded(dataset)].flatMap((named) => [
        ...checkStated(named),
        ...checkBounds(named),
        ...checkFull(named),
      ]),
      ...[...blocksOf(dataset)].flatMap(checkAll),
    ]
  },
}

/** Every number, each followed by the amounts of its changes. */
function* worded(dataset: Dataset): Generator<NamedNumber> {
  for (const named of numbersOf(dataset)) {
    yield named
    const { number, path } = named
    const { changes = [] } = typeof number === 'object' ? number : {}
    for (const [n, { stated, value, unit }] of changes.entries())
      if (stated !== undefined && value !== undefined)
        yield {
          ...named,
          path: [...path, 'changes', n],
          // The direction gives the sign.
          number: { value: Math.abs(value), stated: stated.replace(/^\s*[-+＋－−]/, '') },
          unit: unit === '个百分点' ? undefined : unit,
        }
  }
}

/** The printed form of a number, if it can be read with certainty, has the same value. */
function checkStated({ file, path, name, number, unit }: NamedNumber): Problem[] {
  if (typeof number !== 'object' || number.stated === undefined) return []
  const bounds = [number.at_least, number.above, number.at_most, number.below]
  const [bound, ...others] = bounds.filter((one) => one !== undefined)
  const value = numberOf(number) ?? (others.length === 0 ? bound : undefined)
  const read = readNumber(number.stated)
  if (value === undefined || read === null) return []
  // The printed unit may differ, such as 三个月 for a figure in days; without a unit, a time span may
  // be in any.
  const own = unit?.replace(/^[万亿]/, '')
  const isOtherUnit =
    own === undefined ? /^个?[年月日天周秒时分]/.test(read.rest) : !read.rest.startsWith(own)
  if (isOtherUnit && read.rest !== '' && !/^(及?以[上下内]|左右|上下)/.test(read.rest)) return []
  const fits =
    numberOf(number) === null
      ? isSameNumber({ ...read, least: read.number, most: read.number }, value)
      : isSameNumber(read, value)
  if (fits) return []
  const args = { name, stated: number.stated, value }
  return [problem('stated-differs', file, atValue(...path, 'stated'), args, 'warning')]
}

/** A number lies within its bounds, and the bounds do not exclude each other. */
function checkBounds({ file, path, name, number }: NamedNumber): Problem[] {
  if (typeof number !== 'object') return []
  const value = numberOf(number)
  const least = number.at_least ?? number.above ?? null
  const most = number.at_most ?? number.below ?? null
  const tooSmall = value !== null && least !== null && value < least
  const tooLarge = value !== null && most !== null && value > most
  const noRoom = value === null && least !== null && most !== null && least > most
  if (!tooSmall && !tooLarge && !noRoom) return []
  const limit = tooSmall ? `不少于${least}` : `不超过${String(most)}`
  const args = { name, number: noRoom ? `不少于${least}` : String(value), limit }
  return [problem('bounds-contradict', file, atValue(...path), args, 'warning')]
}

/** A score does not exceed its full mark, unless it includes a bonus. */
function checkFull({ file, path, name, number }: NamedNumber): Problem[] {
  if (typeof number !== 'object' || !('full' in number) || number.full === undefined) return []
  const { full, parts = {}, values } = number
  const least = values === undefined ? boundsOf(number).least : Math.max(...values)
  const hasBonus = [name, ...Object.keys(parts)].some((label) => /加分|附加|奖励/.test(label))
  if (least === null || least <= full || hasBonus) return []
  const args = { name, value: least, full }
  return [problem('score-above-full', file, atValue(...path, 'full'), args, 'warning')]
}

/** 全部合格 is printed only if as many passed as were checked. */
function checkAll({ group, file, path }: FigureBlock): Problem[] {
  const { tally = {} } = group
  const base: CountName = tally.valid === undefined ? 'received' : 'valid'
  const wholes = [
    ['passed', 'checked'],
    ['closed', base],
    ['closed_on_time', base],
  ] as const
  return wholes.flatMap(([name, of]) => {
    const figure = tally[name]
    const stated = typeof figure === 'object' ? figure.stated : undefined
    const whole = countOf(tally, of)
    if (stated === undefined || whole === null || !/^(全部|均|都)/.test(stated)) return []
    const failed = name === 'passed' ? (boundsOf(tally.failed).least ?? 0) : 0
    const number = numberOf(figure) ?? whole - Math.ceil(failed)
    if (number >= whole) return []
    const args = { name: countNames[name], stated, whole: countNames[of], total: whole, number }
    return [
      problem('all-but-some', file, atValue(...path, 'tally', name, 'stated'), args, 'warning'),
    ]
  })
}
