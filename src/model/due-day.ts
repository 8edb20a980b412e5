import type { Deadline, Within } from '#schema/deadline.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import type { Site } from '#schema/site.ts'
import { addDays, isDay } from './calendar.ts'
import { workingDaysAfter } from './working-days.ts'

/** A deadline with the last of its days, where these are counted from a known day. */
export interface CountedDeadline extends Deadline {
  readonly lastDay?: string
}

/** The day that a deadline names or, of days that were counted, the last; null when there is none. */
export const dueDay = ({ due, lastDay }: CountedDeadline): string | null => due ?? lastDay ?? null

/**
 * A deadline with the day from which it counts in place of the name of that day, and with the last of
 * its days. The name stays when the document's own date is not known, or only its month, and no last
 * day is given then, nor when working days reach into a year whose holidays are not known.
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
