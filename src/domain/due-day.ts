import type { Deadline, Within } from '#schema/deadline.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import { addDays, isDay } from './calendar.ts'
import { workingDaysAfter } from './working-days.ts'

/** The day that a deadline names or, of days counted from a known day, the last; null when there is none. */
export function dueDay({ due, within }: Deadline): string | null {
  if (due !== undefined) return due
  if (within?.after === undefined || !isDay(within.after)) return null
  const { days, kind, after } = within
  return kind === 'working' ? workingDaysAfter(after, days) : addDays(after, days)
}

/**
 * A deadline with the day from which it counts in place of the name of that day. The name stays when
 * the document's own date is not known, or only its month: then no day is computed.
 */
export function withStartDay(
  deadline: Deadline,
  { document }: Pick<InspectionFile, 'document'>,
): Deadline {
  const { within } = deadline
  if (within?.after !== 'issued' && within?.after !== 'published') return deadline
  const start = document?.[within.after]
  return start === undefined || !isDay(start)
    ? deadline
    : { ...deadline, within: { ...within, after: start } }
}

/** "10个工作日" */
export const daysText = ({ days, kind }: Within): string =>
  kind === 'working' ? `${days}个工作日` : `${days}日`
