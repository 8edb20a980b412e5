import { type CountName, countNames, type Figure, type Measure } from '#schema/figure.ts'
import { type Group, splitNames } from '#schema/group.ts'
import type { Missing } from '#schema/scalars.ts'
import { type BasisView, basisView } from './area.ts'
import type { Issue } from '#schema/issue.ts'
import { areasOfIssue, type Dataset, type Inspection } from './dataset.ts'
import {
  calledCount,
  countOf,
  countOfPart,
  exactly,
  figureText,
  isGroup,
  isMissing,
  measureText,
  numberOf,
  statesNumber,
  partsNote,
} from './figure.ts'
import { groupsIn } from './groups.ts'
import { rateViews, type RateView } from './rate.ts'
import { type NamedRecords, remarksOf, remarksOfCount } from './remarks.ts'

/** A record that holds figures: an inspection, or a unit's report for a period. */
export interface FigureOwner {
  /** Path of the record in the data: `inspections/2024-q1`. */
  readonly record: string
  readonly inspection: string | null
  readonly period: string
  readonly unit: string | null
}

/** A block of figures: an area, a part of a split, a round, or figures outside all areas. */
export interface FigurePlace extends FigureOwner {
  readonly area: string | null
  /** The block in words, outermost first: 政务新媒体/按层级：市政府本级. */
  readonly block: string
  readonly basis: BasisView
  /** Whether this is the round whose rate counts. */
  readonly setsRate: boolean
}

/** One figure of a document, anywhere in its record. */
export interface FigureRecord extends FigurePlace {
  /** Path in the record: `areas.media.tally.failed`. */
  readonly path: string
  readonly kind: 'count' | 'part' | 'measure'
  readonly name: string
  readonly number: number | null
  /** Whether the number is exact, not approximate or a bound. */
  readonly exact: boolean
  /**
   * Why there is no number; `no-exact-number` if the document only gives an approximation or a
   * bound.
   */
  readonly missing: Missing | 'no-exact-number' | null
  /** The text that pages show. */
  readonly text: string
  /** The counter word or unit: 家, 分; null if the document does not give one. */
  readonly counter: string | null
  /** Other statements of the document about the figure: its rank, its change, a note. */
  readonly more: readonly string[]
  readonly computed: boolean
}

export interface RateRecord extends FigurePlace {
  readonly path: string
  readonly rate: RateView
}

/** Every figure of every record, in the order of the files. */
export const figureRecords = (dataset: Dataset): FigureRecord[] =>
  figureOwners(dataset).flatMap((owner) => [
    ...blocksOf(dataset, owner).flatMap(({ place, path, group, counter }) =>
      figuresOfGroup(dataset, place, path, group, counter),
    ),
    ...freeFiguresOf(owner).flatMap(({ block, area, path, figures }) =>
      measures(
        dataset,
        { ...owner.of, area, block, basis: basisOf(owner, {}), setsRate: false },
        path,
        figures,
      ),
    ),
  ])

/** Every rate of every record, in the order of the files. */
export const rateRecords = (dataset: Dataset): RateRecord[] =>
  figureOwners(dataset).flatMap((owner) =>
    blocksOf(dataset, owner).flatMap(({ place, path, group }) =>
      rateViews(group, dataset.site.rate_decimals, dataset).map((rate) => ({
        ...place,
        path: [...path, 'rates', rate.name].join('.'),
        rate,
      })),
    ),
  )

type Measures = Readonly<Record<string, Measure>>

interface OwnerFigures {
  readonly of: FigureOwner
  readonly root: 'areas' | 'results'
  readonly blocks: Readonly<Record<string, Group>>
  readonly freeFigures: readonly FreeFigures[]
  /** The time window of the whole record. */
  readonly window: Group['window']
}
interface FreeFigures {
  readonly block: string
  readonly area: string | null
  readonly path: readonly string[]
  readonly figures: Measures | undefined
}

function figureOwners(dataset: Dataset): OwnerFigures[] {
  return [
    ...dataset.inspections.map((inspection): OwnerFigures => ({
      of: {
        record: `inspections/${inspection.id}`,
        inspection: inspection.id,
        period: inspection.id,
        unit: null,
      },
      root: 'areas',
      blocks: inspection.areas,
      freeFigures: freeFiguresIn(inspection),
      window: undefined,
    })),
    ...Object.entries(dataset.selfInspections).flatMap(([period, reports]) =>
      Object.entries(reports).map(([unit, report]): OwnerFigures => ({
        of: { record: `self-inspections/${period}/${unit}`, inspection: null, period, unit },
        root: 'results',
        blocks: report.results ?? {},
        freeFigures: [
          { block: '自查整改情况', area: null, path: ['figures'], figures: report.figures },
          ...(report.accounts ?? []).map(({ channels, figures }, n): FreeFigures => ({
            block: channels.map((id) => dataset.channels[id]?.name ?? id).join('、'),
            area: null,
            path: ['accounts', String(n), 'figures'],
            figures,
          })),
          ...(report.problems ?? []).map(({ problem, area, figures }, n): FreeFigures => ({
            block: problem,
            area: area ?? null,
            path: ['problems', String(n), 'figures'],
            figures,
          })),
        ],
        window: report.window,
      })),
    ),
  ]
}

const freeFiguresIn = ({
  figures,
  issues = {},
  good_examples: examples = [],
  previous_round,
}: Inspection): FreeFigures[] => [
  { block: '其他数字', area: null, path: ['figures'], figures },
  ...examples.map((example, n): FreeFigures => ({
    block: `好的做法：${example.text}`,
    area: example.area ?? null,
    path: ['good_examples', String(n), 'figures'],
    figures: example.figures,
  })),
  ...Object.entries(issues).map(([id, issue]): FreeFigures => ({
    block: `${issue.text}（${id}）`,
    area: areaOfIssue(issue),
    path: ['issues', id, 'figures'],
    figures: issue.figures,
  })),
  {
    block: `${previous_round?.label ?? ''}问题的整改情况`,
    area: null,
    path: ['previous_round', 'figures'],
    figures: previous_round?.figures,
  },
]

/** The area of an issue; null when it has several or the document names none. */
function areaOfIssue(issue: Issue): string | null {
  const [only, ...others] = areasOfIssue(issue)
  return only === undefined || isMissing(only) || others.length > 0 ? null : only
}

const freeFiguresOf = ({ freeFigures }: OwnerFigures) =>
  freeFigures.flatMap(({ figures, ...place }) =>
    figures === undefined ? [] : [{ ...place, figures }],
  )

interface Block {
  readonly place: FigurePlace
  readonly path: readonly string[]
  readonly group: Group
  readonly counter: string
}

const blocksOf = (dataset: Dataset, record: OwnerFigures): Block[] => {
  const { of, root, blocks } = record
  return [...groupsIn(blocks, [root])].map(({ group, path }) => {
    const area = path[1] ?? ''
    const words = dataset.site.areas[area]
    const areaGroup = blocks[area]
    const name = areaGroup?.label ?? words?.name ?? area
    return {
      place: {
        ...of,
        area,
        block: [name, ...inner(path.slice(2))].join('/'),
        basis: basisOf(record, group, areaGroup?.window),
        setsRate: 'sets_rate' in group && group.sets_rate === true,
      },
      path,
      group,
      counter: group.counter ?? areaGroup?.counter ?? words?.counter ?? '个',
    }
  })
}

/**
 * The basis of a block. A block without a time window of its own has that of its area or record.
 */
const basisOf = (
  { window: all }: OwnerFigures,
  group: Group,
  ofArea?: Group['window'],
): BasisView => basisView({ ...group, window: group.window ?? ofArea ?? all })

/** The names of the blocks inside an area that lead to a block. */
function inner(path: readonly string[]): string[] {
  const [kind, name = ''] = path
  if (kind === 'rounds') return [name, ...inner(path.slice(2))]
  if (kind !== 'splits') return []
  return [`按${splitNames[name] ?? name}：${path[3] ?? ''}`, ...inner(path.slice(4))]
}

function figuresOfGroup(
  records: NamedRecords,
  place: FigurePlace,
  path: readonly string[],
  group: Group,
  counter: string,
): FigureRecord[] {
  const tally = group.tally ?? {}
  const counts = (Object.keys(countNames) as CountName[]).flatMap((name): FigureRecord[] => {
    const at = {
      ...place,
      path: [...path, 'tally', name].join('.'),
      name: calledCount(tally, name),
    }
    const typed = tally[name]
    if (typed !== undefined) return [{ ...at, kind: 'count', ...valueOf(typed, records), counter }]
    // A round is shown as printed; counts are derived only if it has rates or sets the rate.
    const number = isPlainRound(path, group) ? null : countOf(tally, name)
    if (number === null) return []
    const text = String(number)
    return [
      {
        ...at,
        kind: 'count',
        number,
        exact: true,
        missing: null,
        text,
        counter,
        more: [],
        computed: true,
      },
    ]
  })
  const parts = Object.entries(group.splits ?? {}).flatMap(([by, { of, parts: all, ...note }]) =>
    Object.entries(all).flatMap(([label, part]): FigureRecord[] => {
      const figure = isGroup(part) ? sumOf(part, of) : valueOf(part, records)
      const at = {
        ...place,
        block: `${place.block}/按${splitNames[by] ?? by}`,
        path: [...path, 'splits', by, 'parts', label].join('.'),
        name: label,
        counter,
      }
      return figure === null
        ? []
        : [{ ...at, kind: 'part', ...figure, more: [...figure.more, ...noteOf(note)] }]
    }),
  )
  return [
    ...counts,
    ...parts,
    ...measures(records, place, [...path, 'figures'], group.figures ?? {}),
  ]
}

const isPlainRound = (path: readonly string[], { rates, ...group }: Group): boolean =>
  path.at(-2) === 'rounds' && rates === undefined && !('sets_rate' in group)

type FigureValue = Pick<FigureRecord, 'number' | 'exact' | 'missing' | 'text' | 'more' | 'computed'>

/** The sum of the cells of a matrix row; null if the row's own block gives the count. */
function sumOf(part: Group, of: CountName): FigureValue | null {
  if (part.tally?.[of] !== undefined || countOf(part.tally ?? {}, of) !== null) return null
  const number = countOfPart(part, of)
  return number === null
    ? null
    : { number, exact: true, missing: null, text: String(number), more: [], computed: true }
}

const valueOf = (figure: Figure, records: NamedRecords): FigureValue => ({
  number: numberOf(figure),
  exact: exactly(figure) !== null,
  missing: missingIn(figure),
  text: figureText(figure),
  more: remarksOfCount(figure, records),
  computed: false,
})

function missingIn(figure: Figure | Measure): FigureRecord['missing'] {
  const value = typeof figure === 'object' ? figure.value : figure
  if (typeof value === 'number') return null
  if (value !== undefined) return value
  return typeof figure === 'object' && statesNumber(figure) ? 'no-exact-number' : 'not-stated'
}

/** A note where the parts do not add up to the whole. */
function noteOf(parts: Parameters<typeof partsNote>[0]): string[] {
  const note = partsNote(parts)
  return note === null ? [] : [note]
}

/** Free figures, each followed by its parts. */
const measures = (
  records: NamedRecords,
  place: FigurePlace,
  path: readonly string[],
  figures: Measures,
  whole?: { readonly unit: string | undefined },
): FigureRecord[] =>
  Object.entries(figures).flatMap(([name, measure]): FigureRecord[] => {
    const {
      unit = whole?.unit,
      parts = {},
      values,
      full,
      exhaustive,
      additive,
    } = typeof measure === 'object' ? measure : {}
    const inner = { ...place, block: `${place.block}/${name}` }
    const plain = (label: string, key: readonly string[], number: number): FigureRecord => ({
      ...inner,
      path: [...path, name, ...key].join('.'),
      kind: 'measure',
      name: label,
      number,
      exact: true,
      missing: null,
      text: measureText(number, unit),
      counter: unit ?? null,
      more: [],
      computed: false,
    })
    return [
      {
        ...place,
        path: [...path, name].join('.'),
        kind: whole === undefined ? 'measure' : 'part',
        name,
        number: numberOf(measure),
        exact: exactly(measure) !== null,
        missing: missingIn(measure),
        text: measureText(measure, whole?.unit),
        counter: unit ?? null,
        more: [
          ...remarksOf(measure, unit, undefined, records),
          ...noteOf({ exhaustive, additive }),
        ],
        computed: false,
      },
      // The mark out of which a score is given, and each of several numbers, have rows of their own.
      ...(full === undefined ? [] : [plain('满分', ['full'], full)]),
      ...(values ?? []).map((value, n) => plain(name, ['values', String(n)], value)),
      ...measures(records, inner, [...path, name, 'parts'], parts, { unit }),
    ]
  })
