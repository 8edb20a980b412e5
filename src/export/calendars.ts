import type { Model } from '#model/model.ts'
import { daysBetween, momentIn } from '#model/calendar.ts'
import type { DeadlineRecord } from '#model/dataset.ts'
import { lastDayInTime } from '#model/deadline.ts'
import { lastDayFor } from '#model/ledger.ts'
import { termsOf, termsText } from '#model/terms.ts'
import { calendarText, type CalendarEvent } from './calendar.ts'
import { type DeadlineProps, deadlineLine } from '#view/deadline-lines.ts'
import { ledger } from '#view/ledger.ts'
import { Memoized } from '#model/memoized.ts'

/** What a calendar is known by where the site's address is not: no such host exists. */
const noHost = 'gongshi.invalid'

/** A calendar file of deadlines that have a day; with a unit, on the days that hold for it. */
export const calendar = (
  model: Model,
  name: string,
  records: readonly DeadlineRecord[],
  unit?: string,
): string =>
  calendarText(
    { name, terms: termsText(termsOf(model.dataset.site)) },
    records.map((record) => {
      const last = unit === undefined ? null : lastDayFor(ledger(model), record, unit)
      const isExtended = last !== null && last !== lastDayInTime(record.deadline)
      return isExtended && unit !== undefined
        ? newEvent(model, record, unit)
        : eventOf(model, record)
    }),
  )

const events = new Memoized<CalendarEvent>()

/** Many units share a deadline, and its words take a while. */
const eventOf = (model: Model, record: DeadlineRecord): CalendarEvent =>
  events.of(model, () => newEvent(model, record), `${record.inspection.id} ${record.id}`)

function newEvent(model: Model, record: DeadlineRecord, unit?: string): CalendarEvent {
  const { deadline, inspection, id } = record
  const { siteUrl } = model
  const host = siteUrl === undefined ? noHost : new URL(siteUrl).host
  const line = deadlineLine(model, record, unit)
  const last =
    unit === undefined ? lastDayInTime(deadline) : lastDayFor(ledger(model), record, unit)
  const { time } = deadline
  // The beginning and the end of a day say no more than the day.
  const timed =
    unit === undefined &&
    deadline.due !== undefined &&
    time !== undefined &&
    !/^(00|24):00$/.test(time)
  return {
    uid: `${inspection.id}.${id}@${host}`,
    published: inspection.published_here,
    day: last ?? '',
    ...(timed ? { moment: momentIn(model.dataset.site.time_zone, deadline.due ?? '', time) } : {}),
    // A day only ever moves to a later one, by an extension that the office has granted.
    revision: last === null ? 0 : daysBetween(lastDayInTime(deadline) ?? last, last),
    summary: timed ? `${time}前：${line.what}` : `最后一天：${line.what}`,
    description: descriptionOf(line),
    ...(siteUrl === undefined
      ? {}
      : { address: new URL(`.${line.href}`, siteUrl.replace(/\/?$/, '/')).href }),
  }
}

function descriptionOf({ printed, counting, who, deliverable, to, source }: DeadlineProps): string {
  const names =
    typeof who === 'string'
      ? who
      : [who]
          .flat()
          .map(({ label }) => label)
          .join('、')
  return [
    `期限：${printed}${counting === undefined ? '' : `（${counting}）`}`,
    `责任单位：${names}`,
    ...(deliverable === undefined ? [] : [`提交方式：${deliverable}`]),
    ...(to === undefined ? [] : [`报送对象：${to}`]),
    ...(source === undefined ? [] : [`依据：“${source.quote}”——${source.document}`]),
  ].join('\n')
}
