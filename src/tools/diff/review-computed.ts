import { chineseDate } from '#model/calendar.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { counted, dueDay } from '#model/due-day.ts'
import { isGroup } from '#model/figure.ts'
import { fractionText, rateText, rateViews, withFraction } from '#model/rate.ts'
import { deadlineText } from '#model/reference.ts'
import type { Path } from '#schema/path.ts'
import type { Group } from '#schema/group.ts'
import type { BothDatasets, ReviewLine } from './review.ts'

// Readers see a rate or a deadline as text made from several fields, so the review describes the
// change of that text.

/** A rate is described with its counts. */
export const isOfRate = (path: Path): boolean =>
  path[0] === 'areas' &&
  (path.at(-2) === 'rates' || (path.includes('rates') && path.at(-1) === 'stated'))

/** And a deadline as its document words it. */
export const isOfDeadline = (path: Path): boolean =>
  path[0] === 'deadlines' && (path.length === 2 || wordings.includes(String(path[2])))

/** Every rate that readers see otherwise: what was printed, or else computed, and its fraction. */
export function rateLines(
  old: Inspection | undefined,
  fresh: Inspection | undefined,
  both: BothDatasets,
): ReviewLine[] {
  const [was, is] = [ratesIn(old?.areas, both.before), ratesIn(fresh?.areas, both.now)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [before = null, after = null] = [was.get(what), is.get(what)]
    return before === after ? [] : [{ what, before, after }]
  })
}

/** The fields that together say until when. */
const wordings = ['due', 'stated', 'words', 'within', 'every', 'time']

/** Every deadline that is new, gone, or set to another day, by its id. */
export function deadlineLines(
  old: Inspection | undefined,
  fresh: Inspection | undefined,
  both: BothDatasets,
): Map<string, ReviewLine> {
  const [was, is] = [old?.deadlines ?? {}, fresh?.deadlines ?? {}]
  const lines = new Map<string, ReviewLine>()
  for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const before = deadlineWords(old, id, both.before)
    const after = deadlineWords(fresh, id, both.now)
    if (before.whole === after.whole) continue
    const key = before.words === after.words ? 'whole' : 'words'
    const what = `期限“${is[id]?.title ?? was[id]?.title ?? id}”`
    lines.set(id, { what, before: before[key], after: after[key] })
  }
  return lines
}

/** Until when, as printed, and with the day: a day that no words follow is a change all the same. */
function deadlineWords(
  inspection: Inspection | undefined,
  id: string,
  dataset: Dataset | null,
): { words: string | null; whole: string | null } {
  const deadline = inspection?.deadlines?.[id]
  if (deadline === undefined) return { words: null, whole: null }
  const words = deadlineText(deadline)
  const day = dueDay(counted(deadline, inspection ?? {}, dataset?.site ?? {}))
  return { words, whole: day === null ? words : `${words}（${chineseDate(day)}）` }
}

function ratesIn(
  areas: Inspection['areas'] | undefined,
  dataset: Dataset | null,
): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (name: string, group: Group): void => {
    for (const rate of rateViews(group, dataset?.site.rate_decimals ?? 1)) {
      const fraction = fractionText(rate)
      const words = rate.text ?? '没有比率'
      const whole = rate.text === null ? withFraction(words, String(fraction)) : rateText(rate)
      found.set(`${name}${rate.label}`, fraction === null ? words : whole)
    }
    for (const { parts } of Object.values(group.splits ?? {}))
      for (const [label, part] of Object.entries(parts))
        if (isGroup(part)) visit(`${name}${label}`, part)
    for (const [label, round] of Object.entries(group.rounds ?? {})) visit(`${name}${label}`, round)
  }
  for (const [area, group] of Object.entries(areas ?? {}))
    visit(dataset?.site.areas[area]?.name ?? area, group)
  return found
}
