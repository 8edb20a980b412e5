import type { CountName, Figure, Tally } from '#schema/figure.ts'
import type { Missing } from '#schema/scalars.ts'

/** How each reason for a missing value reads on the page. */
export const missingWords: Readonly<Record<Missing, string>> = {
  'not-stated': '文件未写明',
  illegible: '无法辨认',
  'not-applicable': '不适用',
  'not-recorded': '本站未收录',
}

/** The number of a figure, or the reason why there is none. */
export function valueOf(figure: Figure): number | Missing {
  return typeof figure === 'object' ? figure.value : figure
}

/** The number of a figure, or null when there is none. */
export function numberOf(figure: Figure | undefined): number | null {
  if (figure === undefined) return null
  const value = valueOf(figure)
  return typeof value === 'number' ? value : null
}

/** A figure as the page prints it: as the document wrote it, else the number, else the reason. */
export function figureText(figure: Figure): string {
  if (typeof figure === 'object' && figure.stated !== undefined) return figure.stated
  const value = valueOf(figure)
  return typeof value === 'number' ? String(value) : missingWords[value]
}

/**
 * A count of a tally: the one given, else the one that follows from the others
 * (passed = checked − failed and back). Null when the document leaves it open.
 */
export function countOf(tally: Tally, name: CountName): number | null {
  const given = numberOf(tally[name])
  if (given !== null || tally[name] !== undefined) return given
  const checked = numberOf(tally.checked)
  const other = name === 'passed' ? tally.failed : name === 'failed' ? tally.passed : undefined
  const known = numberOf(other)
  return checked !== null && known !== null && known <= checked ? checked - known : null
}
