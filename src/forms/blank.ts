import type { Figure, Measure } from '#schema/figure.ts'
import type { Group, Rate, Split } from '#schema/group.ts'
import { isGroup } from '#model/figure.ts'
import { toFill } from '#messages/unfinished.ts'

type Blank = Record<string, unknown>

const mapped = <T>(record: Readonly<Record<string, T>> | undefined, to: (value: T) => unknown) =>
  record === undefined
    ? undefined
    : Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]))

/** A block of figures with its names, and with every value marked as to be filled in. */
export function blankGroup(group: Group): Blank {
  const { label, object, counter, coverage, method, window, source, tally, rates, figures } = group
  return present({
    label,
    object,
    counter,
    coverage: coverage && toFill,
    method: method && toFill,
    window: window && mapped(window, () => toFill),
    source,
    tally: mapped(tally as Readonly<Record<string, Figure>> | undefined, () => toFill),
    rates: mapped(rates, ({ numerator, denominator }) =>
      present({ stated: toFill, numerator: named(numerator), denominator: named(denominator) }),
    ),
    figures: mapped(figures, blankMeasure),
    splits: mapped(group.splits, blankSplit),
    rounds: mapped(group.rounds, ({ sets_rate, ...round }) =>
      present({ ...blankGroup(round), sets_rate }),
    ),
  })
}

/** Copies the name of a count but not its number, which belonged to the previous period. */
const named = (count: Rate['numerator']): unknown => (typeof count === 'number' ? toFill : count)

const blankSplit = ({ of, parts, exhaustive, additive }: Split): Blank =>
  present({
    of,
    parts: mapped(parts, (part) => (isGroup(part) ? blankGroup(part) : toFill)),
    exhaustive,
    additive,
  })

function blankMeasure(measure: Measure): unknown {
  if (typeof measure !== 'object') return toFill
  const { unit, full, parts, exhaustive, additive } = measure
  const described = present({ unit, full, parts: blankMeasures(parts), exhaustive, additive })
  return Object.keys(described).length === 0 ? toFill : { value: toFill, ...described }
}

export const blankMeasures = (figures: Readonly<Record<string, Measure>> | undefined) =>
  mapped(figures, blankMeasure)

/** A group without undefined fields. */
export const present = (group: Blank): Blank =>
  Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined))
