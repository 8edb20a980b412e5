import type { FigureChange, Figure, Measure, Remarks } from '#schema/figure.ts'
import type { Channel, Unit } from '#schema/unit.ts'
import { isMissing, measureText, missingWords, numberOf } from './figure.ts'
import { windowText } from './window.ts'

/** The records whose names stand for the ids in figures. */
export interface NamedRecords {
  readonly units: Readonly<Record<string, Unit>>
  readonly channels: Readonly<Record<string, Channel>>
}

const directions: Readonly<Record<FigureChange['direction'], string>> = {
  up: '上升',
  down: '下降',
  level: '持平',
}

/**
 * Rank, change, time window, named units and accounts, and note of a number, as far as the document
 * gives them.
 */
export function remarksOf(
  of: Figure | Measure | Remarks,
  unit = '',
  verbs = directions,
  records?: NamedRecords,
): string[] {
  const remarks: Remarks = typeof of === 'object' ? of : {}
  const { rank, changes = [], window, note } = remarks
  const span = windowText(window)
  const named = namedWords(remarks, numberOf(of as Measure), records)
  return [
    ...(rank === undefined ? [] : [`第${rank}名`]),
    ...changes.map((change) => changeText(change, unit, verbs)),
    ...(span === null ? [] : [span]),
    ...(named === null ? [] : [named]),
    ...(note === undefined ? [] : [note]),
  ]
}

/**
 * The units and accounts that a number counts: "有甲县、乙县"; with 等 if it counts more than the
 * document names.
 */
function namedWords(
  { units = [], channels = [] }: Remarks,
  number: number | null,
  records: NamedRecords = { units: {}, channels: {} },
): string | null {
  const names = [
    ...units.map((id) => records.units[id]?.name ?? id),
    ...channels.map((id) => {
      const channel = records.channels[id]
      return channel === undefined ? id : `${channel.name}（${channel.platform}）`
    }),
  ]
  const isMore = number !== null && number > Math.max(units.length, channels.length)
  return names.length === 0 ? null : `有${names.join('、')}${isMore ? '等' : ''}`
}

/** The remarks of a count, with verbs for increasing numbers. */
export const remarksOfCount = (figure: Figure | undefined, records?: NamedRecords): string[] =>
  figure === undefined
    ? []
    : remarksOf(figure, '', { ...directions, up: '增加', down: '减少' }, records)

/**
 * The change of a value: "比上季度（98.77%）上升0.3个百分点", or as the document printed it.
 *
 * @param own unit of the value, used for its earlier number
 */
export function changeText(change: FigureChange, own = '', verbs = directions): string {
  const { base, direction, from, value, unit, stated } = change
  const was = from === undefined ? '' : measureText({ value: from, unit: own })
  if (isMissing(base)) return withoutBase(change, was, verbs)
  if (stated !== undefined) return was === '' ? stated : `${stated}（${base}${was}）`
  const before = was === '' ? '' : `（${was}）`
  if (direction === 'level') return `与${base}${before}持平`
  return `比${base}${before}${verbs[direction]}${value === undefined ? '' : `${String(value)}${unit ?? ''}`}`
}

/** A change whose base the document does not state: "上升9.32分（与什么相比文件未写明）". */
function withoutBase(
  { base, direction, value, unit = '', stated }: FigureChange,
  was: string,
  verbs: typeof directions,
): string {
  const moved = `${verbs[direction]}${value === undefined ? '' : `${String(value)}${unit}`}`
  const reason = `与什么相比${isMissing(base) ? missingWords[base] : ''}`
  return `${stated ?? moved}（${was === '' ? reason : `原来${was}，${reason}`}）`
}
