import { numberOf } from '#model/figure.ts'
import { readPercent } from '#model/printed-percent.ts'
import { decimalsOf } from '#model/ratio.ts'
import type { FigureChange } from '#schema/figure.ts'
import { isRateName, rateNames } from '#schema/group.ts'
import type { Dataset } from '#model/dataset.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { blocksOf, numbersOf } from '../blocks.ts'
import { problem, type Check } from '../check.ts'

/** A value with a printed change. */
interface Moved {
  readonly file: string
  readonly path: Path
  readonly name: string
  readonly change: FigureChange
  /** The current number as printed; null if it is not one number. */
  readonly now: number | null
  /** The unit: "%" for a rate. */
  readonly unit: string | undefined
}

/** A printed change agrees with its direction and with the numbers around it. Only warns. */
export const changes: Check = {
  name: 'changes',
  description: 'A change agrees with its direction, and with the numbers that it lies between.',
  check({ dataset }) {
    return [...movesOf(dataset)].flatMap((moved) => {
      const [first] = [
        checkValue(moved),
        checkUnit(moved),
        checkWords(moved),
        checkDirection(moved),
        checkAmount(moved),
        checkBefore(moved),
      ].flat()
      // Only the first problem of a change is reported, since a wrong direction also makes the rest
      // wrong.
      return first === undefined ? [] : [first]
    })
  },
}

function* movesOf(dataset: Dataset): Generator<Moved> {
  for (const { file, path, name, number, unit } of numbersOf(dataset)) {
    if (typeof number !== 'object') continue
    const now = number.approximate === true ? null : numberOf(number)
    for (const [n, change] of (number.changes ?? []).entries())
      yield { file, path: [...path, 'changes', n], name, change, now, unit }
  }
  for (const { file, path, group } of blocksOf(dataset))
    for (const [id, { stated, changes: all = [] }] of Object.entries(group.rates ?? {})) {
      const name = isRateName(id) ? rateNames[id] : id
      const print = stated === undefined ? null : readPercent(stated, name)
      const now = print?.says === 'exactly' ? Number(print.digits) : null
      for (const [n, change] of all.entries())
        yield { file, path: [...path, 'rates', id, 'changes', n], name, change, now, unit: '%' }
    }
}

const directionWords = { up: '上升', down: '下降', level: '持平' } as const

function warn(
  { file, path, name }: Moved,
  key: keyof FigureChange,
  code: Problem['code'],
  args: Problem['args'],
): Problem[] {
  return [problem(code, file, atValue(...path, key), { name, ...args }, 'warning')]
}

/** The size of a change has no sign, which the direction gives, and "level" has no size. */
function checkValue(moved: Moved): Problem[] {
  const { direction, value } = moved.change
  if (value === undefined) return []
  if (direction === 'level' ? value === 0 : value > 0) return []
  return warn(moved, 'value', 'change-value', { direction: directionWords[direction], value })
}

/** The words of the document give the same direction. */
function checkWords(moved: Moved): Problem[] {
  const { direction, stated } = moved.change
  if (stated === undefined || /[未没不降升]幅|[未没不]/.test(stated)) return []
  const directionsInWords = [
    ['up', /^\s*[+＋]|上升|增长|增加|提高|提升|上涨/] as const,
    ['down', /^\s*[-－−]|下降|减少|降低|回落|下滑/] as const,
    ['level', /持平/] as const,
  ].filter(([, words]) => words.test(stated))
  const [only] = directionsInWords
  if (only === undefined || directionsInWords.length > 1 || only[0] === direction) return []
  const args = { stated, direction: directionWords[direction] }
  return warn(moved, 'direction', 'change-words', args)
}

/** The two numbers move in the stated direction. */
function checkDirection(moved: Moved): Problem[] {
  const { now } = moved
  const { from, direction, stated = '' } = moved.change
  if (from === undefined || now === null) return []
  const actual = now > from ? 'up' : now < from ? 'down' : 'level'
  if (actual === direction) return []
  // 持平 is also used for a very small change.
  const isNear = Math.abs(now - from) <= 0.01 * Math.abs(from)
  if (direction === 'level' && (isNear || /基本|大致|大体/.test(stated))) return []
  const args = { from, now, actual: directionWords[actual], direction: directionWords[direction] }
  return warn(moved, 'direction', 'change-direction', args)
}

/**
 * The unit of a change fits the unit of the value: a number of posts changes by posts or by a
 * percentage; a score may also change by ranks.
 */
function checkUnit(moved: Moved): Problem[] {
  const { unit: own = '' } = moved
  const { unit: other = '' } = moved.change
  if (own === '' || own === '%' || other === '' || /[%％‰倍位名]|百分/.test(other)) return []
  if (own.includes(other) || other.includes(own) || /^[万亿]$/.test(other)) return []
  if (scaleOf(own, other) !== null) return []
  return warn(moved, 'unit', 'change-unit-differs', { unit: own, other })
}

/** The size of a change equals the difference of the two numbers, in its printed unit. */
function checkAmount(moved: Moved): Problem[] {
  const { now, change } = moved
  const { from, value, unit = '', direction, stated = '' } = change
  if (from === undefined || now === null || value === undefined || direction === 'level') return []
  const amounts = amountsOf(moved, from, now)
  const [first] = amounts
  if (first === undefined) return []
  const decimals = decimalsIn(value)
  const isRough = /约|近|余|多|超|左右/.test(stated)
  // Printed scores and rates are rounded, and so is their difference.
  const isWhole = Number.isInteger(now) && Number.isInteger(from) && moved.unit !== '%'
  const tolerance = isRough ? 0.1 * value : isWhole ? 0 : 10 ** -decimals
  const fits = (amount: number): boolean =>
    Math.abs(rounded(amount, decimals) - value) <= tolerance + 1e-9
  if (amounts.some(fits)) return []
  const args = {
    stated: `${String(value)}${unit}`,
    from,
    now,
    computed: `${String(rounded(first, decimals))}${unit}`,
  }
  return warn(moved, 'value', 'change-differs', args)
}

/**
 * The possible sizes of a change between two numbers in a unit, most likely first; empty if they
 * cannot be compared.
 */
function amountsOf({ unit: own = '', change }: Moved, from: number, now: number): number[] {
  const { unit = '' } = change
  const difference = Math.abs(now - from)
  const growth = from === 0 ? [] : [(100 * difference) / Math.abs(from)]
  if (isPoints(unit)) return own === '%' ? [difference] : []
  // Documents also write % for percentage points.
  if (unit === '%') return own === '%' ? [difference, ...growth] : growth
  if (unit === '倍') return from === 0 ? [] : [difference / Math.abs(from), now / from]
  if (unit === '' || own === '' || unit === own)
    return own === '%' ? [difference, ...growth] : [difference]
  const scale = scaleOf(own, unit)
  return scale === null ? [] : [difference * scale]
}

const isPoints = (unit: string): boolean => unit.endsWith('百分点')

/** The factor between two units, such as 万条 and 条; null if they count different things. */
function scaleOf(from: string, to: string): number | null {
  const [one, other] = [from, to].map((unit) => {
    const scaleCharacter = /^[万亿]/.exec(unit)?.[0] ?? ''
    return {
      scale: scaleCharacter === '' ? 1 : scaleCharacter === '万' ? 1e4 : 1e8,
      rest: unit.slice(scaleCharacter.length),
    }
  })
  return one === undefined || other === undefined || one.rest !== other.rest
    ? null
    : one.scale / other.scale
}

/** The earlier value that the change implies is possible: not below 0 and not above 100%. */
function checkBefore(moved: Moved): Problem[] {
  const { now, unit: own = '', change } = moved
  const { from, value, unit = '', direction, stated = '' } = change
  if (from !== undefined || now === null || now < 0 || value === undefined) return []
  if (direction === 'level' || /约|近|余|多|超|左右/.test(stated)) return []
  const points = own === '%' && (isPoints(unit) || unit === '%' || unit === '')
  const comparable = points || (unit !== '%' && unit !== '倍' && !isPoints(unit) && unit === own)
  const before = comparable ? now + (direction === 'up' ? -value : value) : null
  const least = 10 ** -decimalsIn(value)
  const isOver = points && before !== null && before > 100 + least
  // A growth of 500% is possible, and so is a percentage of a percentage.
  const isUnder = before !== null && before < -least && !(points && unit === '%')
  if (before === null || (!isOver && !isUnder)) return []
  const args = {
    now: `${String(now)}${own}`,
    moved: `${directionWords[direction]}${String(value)}${unit}`,
    before: `${String(rounded(before, Math.max(decimalsIn(value), decimalsIn(now))))}${own}`,
  }
  return warn(moved, 'value', 'change-impossible', args)
}

const decimalsIn = (value: number): number => decimalsOf(String(value))

/** Rounds half up, compensating for the imprecision of binary fractions. */
const rounded = (value: number, decimals: number): number =>
  Number(
    (Math.round(Number((value * 10 ** decimals).toFixed(6))) / 10 ** decimals).toFixed(decimals),
  )
