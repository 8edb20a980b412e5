import {
  type AreaView,
  type BasisView,
  countLine,
  type GroupView,
  type MeasureView,
} from '#model/area.ts'
import { fractionText, rateDifference, type RateView, rateText } from '#model/rate.ts'
import { countNames } from '#schema/figure.ts'

interface RateRow {
  readonly area: AreaView
  readonly name: string
  readonly text: string
  readonly fraction: string
  /** Where the number comes from: printed in the document, or computed here. */
  readonly origin: string
}

/**
 * Every rate of an inspection; of several rounds, the one that sets the rate. A missing rate has
 * its reason as text.
 */
export function rateRows(areas: readonly AreaView[]): RateRow[] {
  return areas.flatMap((area) => [
    ...area.rates.map((rate) => rateRow(area, rate, rate.note)),
    ...area.rounds
      .filter(({ setsRate }) => setsRate)
      .flatMap(({ label, group }) => group.rates.map((rate) => rateRow(area, rate, label))),
  ])
}

const rateRow = (area: AreaView, rate: RateView, note: string | null): RateRow => ({
  area,
  name: note === null ? rate.label : `${rate.label}（${note}）`,
  text: rate.text ?? rate.reason ?? '',
  fraction: fractionText(rate) ?? '文件未单列',
  origin:
    rate.stated !== null
      ? `文件所载${rateDifference(rate) === null ? '' : '，与分子/分母不一致'}`
      : rate.computed !== null
        ? '计算'
        : '没有',
})

interface Column {
  readonly label: string
  readonly number?: boolean
  /** A word of the document. */
  readonly printed?: boolean
}
interface BlockTable {
  /** The name of the split that forms the columns of a matrix: 按办理状态. */
  readonly crossed: string | null
  readonly columns: Column[]
  readonly rows: string[][]
  /** Blocks with more figures than their row can show. */
  readonly deeper: readonly { readonly label: string; readonly group: GroupView }[]
}

const notStated = '文件未写明'

/** A rate with its fraction, its rank and how it moved: "99.6%，比去年同期上升0.3个百分点". */
const rateLine = (rate: RateView): string => [rateText(rate), ...rate.more].join('，')

/** A named figure with its parts and remarks. */
export const measureLine = (measure: MeasureView): string =>
  [
    measure.text,
    ...(measure.parts.length === 0 ? [] : [`其中${partsWords(measure)}`]),
    ...measure.more,
  ].join('，')

/**
 * The parts of a figure; 等 when the document does not list all of them. A single part is no list:
 * 其中 says that there is more.
 */
export const partsWords = ({ parts, exhaustive }: MeasureView): string =>
  `${parts.map(partWords).join('、')}${exhaustive || parts.length === 1 ? '' : '等'}`

/** A named figure as a labelled value. */
export const measureFact = (figure: MeasureView) => ({
  label: figure.label,
  value: measureLine(figure),
  printed: true as const,
})

function partWords(part: MeasureView): string {
  const { label, text, parts, more } = part
  // A name that ends in a digit is separated from the number: the two would read as one number.
  const name = /\d$/.test(label) && /^\d/.test(text) ? `${label}：` : label
  const inner = [...(parts.length === 0 ? [] : [partsWords(part)]), ...more]
  return `${name}${text}${inner.length === 0 ? '' : `（${inner.join('，')}）`}`
}

/** The words of a block: how, when and from which source its figures were taken. */
export function groupWords(group: BasisView): { label: string; value: string }[] {
  const words = [
    { label: '名称', value: group.called },
    { label: '检查对象', value: group.counted },
    { label: '检查范围', value: group.coverage === null ? null : coverageWords[group.coverage] },
    { label: '检查方法', value: group.method },
    { label: '统计时段', value: group.window },
    { label: '来源', value: group.source },
    { label: '检查结论', value: group.clear },
    { label: '说明', value: group.note },
  ]
  return words.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}

const coverageWords = { full: '全覆盖检查', sample: '抽查' } as const

interface Block {
  readonly label: string
  readonly group: GroupView | null
  readonly text: string | null
  readonly more?: readonly string[]
}

/** The kinds of columns, in the order in which a table has them. */
const kinds = ['count', 'part', 'rate', 'figure', 'words'] as const

interface BlockValue {
  readonly kind: (typeof kinds)[number]
  readonly label: string
  readonly text: string
}

/** Every value of a block, each under the head of its column. */
const valuesIn = (group: GroupView, crossed: string | null): BlockValue[] => [
  ...group.counts.map((count) => ({
    kind: 'count' as const,
    label: count.label,
    text: countLine(count, group.counter ?? ''),
  })),
  ...group.splits
    .filter(({ by }) => by === crossed)
    .flatMap(({ rows }) =>
      rows.map(({ label, text, more }) => ({
        kind: 'part' as const,
        label,
        text: [text, ...more].join('，'),
      })),
    ),
  ...group.rates.map((rate) => ({
    kind: 'rate' as const,
    label: rate.note === null ? rate.label : `${rate.label}（${rate.note}）`,
    text: rateLine(rate),
  })),
  ...group.figures.map((figure) => ({
    kind: 'figure' as const,
    label: figure.label,
    text: measureLine(figure),
  })),
  ...groupWords(group).map(({ label, value }) => ({ kind: 'words' as const, label, text: value })),
]

/**
 * The column heads for some values: counts in their usual order, the rest in order of appearance.
 */
function headsOf(values: readonly BlockValue[]): Pick<BlockValue, 'kind' | 'label'>[] {
  const usual: readonly string[] = Object.values(countNames)
  const heads = new Map(values.map(({ kind, label }) => [`${kind} ${label}`, { kind, label }]))
  return [...heads.values()].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      usual.indexOf(a.label) - usual.indexOf(b.label),
  )
}

/**
 * The split by which some blocks form a matrix: the only split that any of them has, of the count
 * `of`, without parts that are split further. Null when there is none.
 */
function crossedSplit(blocks: readonly Block[], of: string | null): string | null {
  const splits = blocks.flatMap(({ group }) => group?.splits ?? [])
  const [only, ...others] = new Set(splits.map(({ by }) => by))
  const plain = splits.every(
    (split) => split.of === of && split.rows.every(({ group }) => group === null),
  )
  return only !== undefined && others.length === 0 && plain ? only : null
}

/**
 * A table of similar blocks: one row for each block, one column for each value that any block has.
 */
export function groupTable(head: string, blocks: readonly Block[], of: string | null): BlockTable {
  const crossed = crossedSplit(blocks, of)
  const filled = blocks.map(({ label, group, text, more = [] }) => {
    const values = group === null ? [] : valuesIn(group, crossed)
    const own = text === null ? null : [text, ...more].join('，')
    const others = values.filter(({ kind, label: name }) => kind !== 'count' || name !== of)
    return { label, text: own, values: others }
  })
  const heads = headsOf(filled.flatMap(({ values }) => values))
  // There is no column of counts when the blocks hold other values only, such as scores and rates.
  const isCounted =
    of !== null && (heads.length === 0 || filled.some(({ text }) => text !== notStated))
  const matrix = blocks.flatMap(({ group }) => group?.splits ?? [])
  return {
    crossed: matrix.find(({ by }) => by === crossed)?.label ?? null,
    columns: [
      { label: head },
      ...(isCounted ? [{ label: of, number: true }] : []),
      ...heads.map(({ label, kind }) => ({
        label,
        number: kind !== 'words',
        printed: kind !== 'words' && kind !== 'count',
      })),
    ],
    rows: filled.map(({ label, text, values }) => [
      label,
      ...(isCounted ? [text ?? notStated] : []),
      ...heads.map(
        (column) =>
          values.find(({ kind, label: name }) => kind === column.kind && name === column.label)
            ?.text ?? (column.kind === 'words' ? '无' : notStated),
      ),
    ]),
    deeper: blocks.flatMap(({ label, group }) =>
      group !== null && (group.rounds.length > 0 || group.splits.some(({ by }) => by !== crossed))
        ? [{ label, group }]
        : [],
    ),
  }
}

export interface GroupDetails {
  readonly facts: { readonly label: string; readonly value: string; readonly printed?: true }[]
  readonly tables: (BlockTable & { readonly caption: string; readonly note?: string })[]
}

/**
 * A block of figures in full: its facts, then a table for each split and one for its rounds.
 *
 * @param name what the block is about, for the captions of its tables
 * @param charted splits that a chart with its own table shows already
 * @param shownElsewhere labels of facts that the page shows in another place
 */
export function groupDetails(
  group: GroupView,
  name: string,
  counter: string,
  charted: readonly string[] = [],
  shownElsewhere: readonly string[] | 'all' = [],
): GroupDetails {
  const numbers: Readonly<Record<GroupView['order'][number], () => GroupDetails['facts']>> = {
    tally: () =>
      group.counts.map((count) => ({ label: count.label, value: countLine(count, counter) })),
    rates: () =>
      group.rates.map((rate) => ({
        label: rate.note === null ? rate.label : `${rate.label}（${rate.note}）`,
        value: rateLine(rate),
        printed: true,
      })),
    figures: () => group.figures.map(measureFact),
  }
  const facts = [...group.order.flatMap((part) => numbers[part]()), ...groupWords(group)].filter(
    ({ label }) => shownElsewhere !== 'all' && !shownElsewhere.includes(label),
  )
  const splits = group.splits
    .filter(({ by, rows }) => !charted.includes(by) || rows.some((row) => row.group !== null))
    .map(({ label, rows, of, note }) => ({
      caption: `${name}${label}`,
      ...groupTable(label.replace(/^按/, ''), rows, of),
      ...(note === null ? {} : { note: `${note}。` }),
    }))
  const rounds = group.rounds.map(({ label, setsRate, group: block }) => ({
    label: setsRate ? `${label}（合格率以此为准）` : label,
    group: block,
    text: null,
  }))
  const roundsTable = { caption: `${name}分次检查`, ...groupTable('轮次', rounds, null) }
  return { facts, tables: rounds.length === 0 ? splits : [...splits, roundsTable] }
}
