import { type CountName, countNames, type Measure, type Tally } from '#schema/figure.ts'
import { type Group, isRateName, type Split, splitNames } from '#schema/group.ts'
import {
  areasOfIssue,
  type Dataset,
  type Index,
  type Inspection,
  type IssueRecord,
} from './dataset.ts'
import {
  partsNote,
  calledCount,
  countOf,
  figureText,
  isGroup,
  measureText,
  numberOf,
} from './figure.ts'
import { rateViews, type RateView } from './rate.ts'
import { remarksOf, remarksOfCount, type NamedRecords } from './remarks.ts'
import { windowText } from './window.ts'

interface CountView {
  readonly name: CountName
  readonly label: string
  readonly text: string
  readonly number: number | null
  /** Other statements of the document about the count: "第3名", "比上月减少32个". */
  readonly more: readonly string[]
}

export interface MeasureView {
  readonly label: string
  readonly text: string
  readonly number: number | null
  readonly parts: readonly MeasureView[]
  /** Whether the document lists every part, none of them twice. */
  readonly exhaustive: boolean
  readonly more: readonly string[]
}

export interface SplitView {
  readonly by: string
  /** "按层级" */
  readonly label: string
  readonly of: string
  /** Why the parts do not add up to the whole; null where they do. */
  readonly note: string | null
  readonly rows: readonly SplitRow[]
}

interface SplitRow {
  readonly label: string
  readonly text: string
  readonly number: number | null
  readonly more: readonly string[]
  /** The part's own block of figures, if the document breaks the part down further. */
  readonly group: GroupView | null
}

/**
 * How, when and from which source the figures of a block were taken, as far as the document says
 * so.
 */
export interface BasisView {
  /** The document's name for the block and for what it counts; null if it uses the usual name. */
  readonly called: string | null
  readonly counted: string | null
  readonly coverage: 'full' | 'sample' | null
  readonly method: string | null
  readonly source: string | null
  /** "2023年12月以来", if the block has a time window of its own. */
  readonly window: string | null
  /** The statement of the document that it found no problem. */
  readonly clear: string | null
  readonly note: string | null
}

/** The parts of a block that hold its own numbers. */
const numberParts = ['tally', 'rates', 'figures'] as const
type NumberPart = (typeof numberParts)[number]

/** A block of figures with everything that pages show about it. */
export interface GroupView extends BasisView {
  /** Its counts, rates and figures, in the order of the document. */
  readonly order: readonly NumberPart[]
  /** The counter word of the block itself. */
  readonly counter: string | null
  readonly counts: readonly CountView[]
  readonly rates: readonly RateView[]
  readonly figures: readonly MeasureView[]
  readonly splits: readonly SplitView[]
  readonly rounds: readonly {
    readonly label: string
    readonly setsRate: boolean
    readonly group: GroupView
  }[]
  readonly checked: number | null
  readonly passed: number | null
  readonly failed: number | null
}

/** One area of one inspection. */
export interface AreaView extends GroupView {
  readonly id: string
  readonly name: string
  /** What is counted: "政府网站", and its counter word "家". */
  readonly object: string
  /**
   * Whether the document or the settings name the object of the inspection. Otherwise `object` is
   * the name of the area.
   */
  readonly hasObject: boolean
  readonly counter: string
  readonly issues: readonly IssueRecord[]
}

export function areaView(
  dataset: Dataset,
  index: Index,
  inspection: Inspection,
  id: string,
): AreaView {
  const area = inspection.areas[id] ?? {}
  const words = dataset.site.areas[id]
  const name = area.label ?? words?.name ?? id
  return {
    ...groupView(area, dataset.site.rate_decimals, dataset),
    id,
    name,
    object: area.object ?? words?.object ?? name,
    hasObject: (area.object ?? words?.object) !== undefined,
    counter: area.counter ?? words?.counter ?? '个',
    issues: (index.issuesByInspection.get(inspection.id) ?? []).filter(({ issue }) =>
      areasOfIssue(issue).includes(id),
    ),
  }
}

/** All areas of an inspection, in the order of its file. */
export const areaViews = (dataset: Dataset, index: Index, inspection: Inspection): AreaView[] =>
  Object.keys(inspection.areas).map((id) => areaView(dataset, index, inspection, id))

/**
 * The block whose figures speak for an area: when it was checked in several rounds and has no rate of
 * its own, the round that sets the rate.
 */
export function ratedGroup(area: AreaView): GroupView {
  const round = area.rounds.find(({ setsRate }) => setsRate)
  return area.rates.length === 0 && round !== undefined && round.group.rates.length > 0
    ? round.group
    : area
}

/** The main rate of a block of figures: a rate with a formula, else any other named rate. */
export function mainRate({ rates }: GroupView): RateView | undefined {
  const given = rates.filter(({ text }) => text !== null)
  return given.find(({ name }) => isRateName(name)) ?? given[0]
}

export const basisView = (group: Group): BasisView => ({
  called: group.label ?? null,
  counted: group.object ?? null,
  coverage: group.coverage ?? null,
  method: group.method ?? null,
  source: group.source ?? null,
  window: windowText(group.window),
  clear: group.no_problems ?? null,
  note: group.note ?? null,
})

/**
 * @param decimals of computed rates, from the settings of the site
 * @param records the units and accounts that figures name
 */
export function groupView(group: Group, decimals: number, records?: NamedRecords): GroupView {
  const tally = group.tally ?? {}
  return {
    ...basisView(group),
    order: Object.keys(group).filter(isNumberPart),
    counter: group.counter ?? null,
    counts: countViews(tally, records),
    rates: rateViews(group, decimals, records),
    figures: measureViews(group.figures, records),
    splits: Object.entries(group.splits ?? {}).map(([by, split]) =>
      splitView(by, split, decimals, records),
    ),
    rounds: Object.entries(group.rounds ?? {}).map(([label, round]) => ({
      label,
      setsRate: round.sets_rate === true,
      group: groupView(round, decimals, records),
    })),
    checked: countOf(tally, 'checked'),
    passed: countOf(tally, 'passed'),
    failed: countOf(tally, 'failed'),
  }
}

const isNumberPart = (key: string): key is NumberPart =>
  (numberParts as readonly string[]).includes(key)

/** A count with its counter word and the remarks of the document: "2508个，比上月减少32个". */
export function countLine(
  { text, number, more }: Pick<CountView, 'text' | 'number' | 'more'>,
  counter = '',
): string {
  // A text as printed already contains its counter word.
  const own = number !== null && /\d$/.test(text) ? counter : ''
  return [`${text}${own}`, ...more].join('，')
}

function countViews(tally: Tally, records?: NamedRecords): CountView[] {
  // In the order of the document.
  const names = Object.keys(tally) as CountName[]
  return names.flatMap((name) => {
    const value = tally[name]
    return value === undefined
      ? []
      : [
          {
            name,
            label: calledCount(tally, name),
            text: figureText(value),
            number: numberOf(value),
            more: remarksOfCount(value, records),
          },
        ]
  })
}

/**
 * The free figures of a block, an issue or a report. A part without a unit has the unit of its
 * whole.
 */
export function measureViews(
  figures: Readonly<Record<string, Measure>> | undefined,
  records?: NamedRecords,
  whole?: string,
): MeasureView[] {
  return Object.entries(figures ?? {}).map(([label, measure]) => {
    const { unit = whole, parts, exhaustive } = typeof measure === 'object' ? measure : {}
    return {
      label,
      text: measureText(measure, whole),
      number: numberOf(measure),
      parts: measureViews(parts, records, unit),
      exhaustive: exhaustive !== false,
      more: remarksOf(measure, unit, undefined, records),
    }
  })
}

function splitView(by: string, split: Split, decimals: number, records?: NamedRecords): SplitView {
  return {
    by,
    label: `按${splitNames[by] ?? by}`,
    of: countNames[split.of],
    note: partsNote(split),
    rows: Object.entries(split.parts).map(([label, part]) => {
      const group = isGroup(part) ? part : null
      const figure = isGroup(part) ? part.tally?.[split.of] : part
      const derived = group === null ? null : countOf(group.tally ?? {}, split.of)
      return {
        label,
        text:
          figure !== undefined
            ? figureText(figure)
            : derived !== null
              ? String(derived)
              : '文件未写明',
        number: numberOf(figure) ?? derived,
        more: remarksOfCount(figure, records),
        group: group === null ? null : groupView(group, decimals, records),
      }
    }),
  }
}

/** Whether a block contains anything besides its name. */
export const hasDetails = (group: GroupView): boolean =>
  [group.counts, group.rates, group.figures, group.splits, group.rounds].some(
    (part) => part.length > 0,
  ) ||
  group.note !== null ||
  group.clear !== null
