import type { Model } from '#model/model.ts'
import { daysBetween, momentIn } from '#model/calendar.ts'
import { type OpennessDay, everyOpennessDay, opennessDaysOf } from '#model/openness-days.ts'
import * as at from '#view/addresses.ts'
import { unitName } from '#view/names.ts'
import type { DeadlineRecord } from '#model/dataset.ts'
import { lastDayInTime } from '#model/deadline.ts'
import { lastDayFor } from '#model/ledger.ts'
import { termsOf, termsText } from '#model/terms.ts'
import { calendarText, type CalendarEvent } from './calendar.ts'
import { type DeadlineProps, deadlineLine } from '#view/deadline-lines.ts'
import { ledger } from '#view/ledger.ts'
import { opennessDayHref, opennessDayTitle } from '#view/openness-days.ts'
import { quoted } from '#view/quote.ts'
import { Memoized } from '#model/memoized.ts'

/** The host in event ids while the site's address is unknown; `.invalid` is reserved (RFC 2606). */
const noHost = 'gongshi.invalid'

/**
 * A calendar file of deadlines that have a day; with a unit, on the days that apply to that unit.
 */
export const calendar = (
  model: Model,
  name: string,
  records: readonly DeadlineRecord[],
  unit?: string,
): string =>
  calendarText({ name, terms: termsText(termsOf(model.dataset.site)) }, [
    ...records.map((record) => {
      const last = unit === undefined ? null : lastDayFor(ledger(model), record, unit)
      const isExtended = last !== null && last !== lastDayInTime(record.deadline)
      return isExtended && unit !== undefined
        ? newEvent(model, record, unit)
        : eventOf(model, record)
    }),
    ...(unit === undefined ? everyOpennessDay(model) : opennessDaysOf(model, unit)).map((day) =>
      opennessEvent(model, day),
    ),
  ])

/** A day of the ledger. */
function opennessEvent(model: Model, day: OpennessDay): CalendarEvent {
  const { unit, year, what, record, known } = day
  const { siteUrl } = model
  const host = siteUrl === undefined ? noHost : new URL(siteUrl).host
  const title = opennessDayTitle(day)
  return {
    uid: `${record === null ? `${year}-${unit}` : record.id}.${what}@${host}`,
    published: known,
    day: day.day,
    revision: 0,
    summary: title,
    description: `${unitName(model, unit)}：${title}`,
    ...(siteUrl === undefined ? {} : { address: at.absolute(siteUrl, opennessDayHref(day)) }),
  }
}

const events = new Memoized<CalendarEvent>()

/** The event of a deadline, memoized because many units share a deadline. */
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
  // The times 00:00 and 24:00 add nothing to the day.
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
    // The day of an event only moves to a later one, when the office grants an extension.
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
    ...(source === undefined ? [] : [`依据：${quoted(source.quote)}——${source.document}`]),
  ].join('\n')
}
