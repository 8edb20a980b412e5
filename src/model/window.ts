import type { z } from 'zod'
import type { window } from '#schema/window.ts'
import { addDays, chineseDate, isDay } from './calendar.ts'

type Window = z.infer<typeof window>

/**
 * The time window of some figures in the document's words, with its days if the words contain none; null
 * if they have none.
 */
export function windowText(window: Window | undefined): string | null {
  const { label, ...days } = window ?? {}
  const span = spanText(days)
  if (label === undefined || span === null || saysItself(label, days)) return label ?? span
  return isSameSpan(label, spanText(inMonths(days)) ?? span) ? label : `${label}（${span}）`
}

/** A span from the first day of a month to the last day of one as months; any other as it is. */
function inMonths({ start, end }: Window): Window {
  const isWhole =
    (start === undefined || !isDay(start) || start.endsWith('-01')) &&
    (end === undefined || !isDay(end) || addDays(end, 1).endsWith('-01'))
  return isWhole ? { start: start?.slice(0, 7), end: end?.slice(0, 7) } : { start, end }
}

/** Whether a label names the days by itself: a day, or 截至6月底 for an end in June. */
function saysItself(label: string, { start, end }: Window): boolean {
  if (/[日号]/.test(label)) return true
  const month = Number(end?.split('-')[1])
  return start === undefined && new RegExp(`(?<!\\d)${month}月`).test(label)
}

/** Whether a label names the same months as a span, such as 2020年7—10月 and 2020年7月至2020年10月. */
function isSameSpan(label: string, span: string): boolean {
  const own = monthsIn(span)
  // 10月 in a document is the October of its year.
  const year =
    /^\d/.test(label) && !label.includes('年') ? span.slice(0, span.indexOf('年') + 1) : ''
  return own !== null && monthsIn(`${year}${label}`) === own
}

/** The first and the last month that a text names, and how it joins them; null if it names none. */
function monthsIn(text: string): string | null {
  const found =
    /^(\d{4})年(\d{1,2})月?(?:(?:至|到|[-—–－~～]+)(?:(\d{4})年)?(\d{1,2})月|(以来))?$/.exec(
      text.replaceAll(/\s/g, ''),
    )
  if (found === null) return null
  const [, year = '', first = '', lastYear = year, last = first, since = ''] = found
  return [`${year}-${Number(first)}`, `${lastYear}-${Number(last)}`, since].join(' ')
}

function spanText({ start, end }: Window): string | null {
  if (start !== undefined && start === end) return chineseDate(start)
  if (start !== undefined && end !== undefined)
    return `${chineseDate(start)}至${withoutYearOf(start, end)}`
  if (start !== undefined) return `${chineseDate(start)}以来`
  return end === undefined ? null : `截至${chineseDate(end)}`
}

/** The end of a span in Chinese; without the year, if it is that of the start. */
const withoutYearOf = (start: string, end: string): string =>
  start.slice(0, 4) === end.slice(0, 4) ? chineseDate(end).replace(/^\d+年/, '') : chineseDate(end)
