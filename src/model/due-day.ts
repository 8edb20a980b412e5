import type { Deadline, Within } from '#schema/deadline.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import type { Site } from '#schema/site.ts'
import { addDays, isDay } from './calendar.ts'
import { workingDaysAfter } from './working-days.ts'

/** A deadline with its last day, if its days are counted from a known day. */
export interface CountedDeadline extends Deadline {
  readonly lastDay?: string
}

/** The day that a deadline names, or the last of its counted days; null if there is none. */
export const dueDay = ({ due, lastDay }: CountedDeadline): string | null => due ?? lastDay ?? null

/**
 * Resolves the start of a counted deadline to a day and computes its last day. The start remains a
 * name, without a last day, if the document's own date is unknown or only a month. There is no last
 * day either if working days reach into a year with unknown holidays.
 */
export function counted(
  deadline: Deadline,
  { document }: Pick<InspectionFile, 'document'>,
  { holidays }: Pick<Site, 'holidays'>,
): CountedDeadline {
  const { within } = deadline
  if (within?.after === undefined) return deadline
  const { after, days, kind } = within
  const start = after === 'issued' || after === 'published' ? document?.[after] : after
  if (start === undefined || !isDay(start)) return deadline
  const end =
    kind === 'working' ? workingDaysAfter(start, days, holidays) : { last: addDays(start, days) }
  return {
    ...deadline,
    within: { ...within, after: start },
    ...('last' in end ? { lastDay: end.last } : {}),
  }
}

/** "10个工作日" */
export const daysText = ({ days, kind }: Within): string =>
  kind === 'working' ? `${days}个工作日` : `${days}日`
