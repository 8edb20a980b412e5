import type { FigureChange, Figure, Measure, Remarks } from '#schema/figure.ts'
import { isMissing, measureText, missingWords } from './figure.ts'

const directions: Readonly<Record<FigureChange['direction'], string>> = {
  up: '上升',
  down: '下降',
  level: '持平',
}

/** Rank, change and note of a number, as far as the document gives them. */
export function remarksOf(of: Figure | Measure | Remarks, unit = '', verbs = directions): string[] {
  const { rank, changes = [], note } = typeof of === 'object' ? of : {}
  return [
    ...(rank === undefined ? [] : [`第${rank}名`]),
    ...changes.map((change) => changeText(change, unit, verbs)),
    ...(note === undefined ? [] : [note]),
  ]
}

/** The remarks of a count, with verbs for increasing numbers. */
export const remarksOfCount = (figure: Figure | undefined): string[] =>
  figure === undefined ? [] : remarksOf(figure, '', { ...directions, up: '增加', down: '减少' })

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
