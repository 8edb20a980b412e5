import {
  type CountName,
  countNames,
  type Figure,
  type Measure,
  type Remarks,
} from '#schema/figure.ts'
import { isRateName, rateNames } from '#schema/group.ts'
import type { Dataset, Inspection } from './dataset.ts'
import { calledCount, isGroup, measureText } from './figure.ts'
import { groupsOf } from './groups.ts'

/** A number of a document that names the units or accounts it counts. */
interface NamedFigure {
  /** "新开设：2个" */
  readonly title: string
  /** The named units, and those of the named accounts. */
  readonly units: ReadonlySet<string>
}

/** Every number of an inspection that names units or accounts, in the order of the file. */
export function namedFigures(
  { channels }: Pick<Dataset, 'channels'>,
  inspection: Inspection,
): NamedFigure[] {
  return [...numbersOf(inspection)].flatMap(({ name, text, remarks }) => {
    const owners = (remarks.channels ?? []).flatMap((id) => channels[id]?.unit ?? [])
    const units = new Set([...(remarks.units ?? []), ...owners])
    return units.size === 0 ? [] : [{ title: `${name}：${text}`, units }]
  })
}

interface NumberWithRemarks {
  readonly name: string
  readonly text: string
  readonly remarks: Remarks
}

function* numbersOf(inspection: Inspection): Generator<NumberWithRemarks> {
  for (const { group } of groupsOf(inspection)) {
    const { tally = {}, rates = {}, splits = {} } = group
    for (const [name, figure] of Object.entries(tally) as [CountName, Figure][])
      yield* single(calledCount(tally, name), figure)
    for (const [name, rate] of Object.entries(rates))
      yield {
        name: isRateName(name) ? rateNames[name] : name,
        text: rate.stated ?? '',
        remarks: rate,
      }
    for (const { of, parts } of Object.values(splits))
      for (const [label, part] of Object.entries(parts))
        if (!isGroup(part)) yield* single(`${label}${countNames[of]}`, part)
    yield* measured(group.figures)
  }
  yield* measured(inspection.figures)
  yield* measured(inspection.previous_round?.figures)
  for (const { figures } of Object.values(inspection.issues ?? {})) yield* measured(figures)
  for (const { figures } of inspection.good_examples ?? []) yield* measured(figures)
}

function* single(name: string, figure: Figure | Measure, unit = ''): Generator<NumberWithRemarks> {
  if (typeof figure === 'object') yield { name, text: measureText(figure, unit), remarks: figure }
}

function* measured(
  figures: Readonly<Record<string, Measure>> = {},
  unit = '',
): Generator<NumberWithRemarks> {
  for (const [name, measure] of Object.entries(figures)) {
    yield* single(name, measure, unit)
    if (typeof measure === 'object') yield* measured(measure.parts, measure.unit ?? unit)
  }
}
