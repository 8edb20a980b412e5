import { dayAfter } from '#model/calendar.ts'
import { oneLine } from '#model/one-line.ts'

/** A day in a calendar, as RFC 5545 has it. */
export interface CalendarEvent {
  /** Permanent: calendars recognise an event by it. */
  readonly uid: string
  /** The day on which the event was published. */
  readonly published: string
  /** The day of an event that lasts all day: no time zone moves it. */
  readonly day: string
  /** The moment in UTC, for a deadline with a time of day: `20250416T040000Z`. */
  readonly moment?: string | undefined
  /** Rises with every change of the event: calendars keep the version with the highest number. */
  readonly revision: number
  readonly summary: string
  readonly description: string
  readonly address?: string | undefined
}

interface CalendarFacts {
  readonly name: string
  /** Source and terms of use. */
  readonly terms: string
}

/**
 * A calendar file (RFC 5545). No library is used: they derive days from a `Date` in the machine's
 * time zone, the stamp from the clock, and ids at random.
 */
export function calendarText(
  { name, terms }: CalendarFacts,
  events: readonly CalendarEvent[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongshi//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `DESCRIPTION:${escaped(terms)}`,
    `X-WR-CALDESC:${escaped(terms)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, published, day, moment, revision, summary, description, address } = event
  return [
    'BEGIN:VEVENT',
    `UID:${oneLine(uid)}`,
    `DTSTAMP:${compact(published)}T000000Z`,
    `SEQUENCE:${revision}`,
    ...(moment === undefined
      ? [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(day))}`]
      : [`DTSTART:${moment}`]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(address === undefined
      ? []
      : [`URL:${address.replace(/[\s\p{Cc}]/gu, encodeURIComponent)}`]),
    // A deadline does not block time in a calendar.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const compact = (day: string): string => day.replaceAll('-', '')

/** A text value (RFC 5545, 3.3.11), escaped, without control characters and line separators. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
    .replace(/[^\P{Cc}\t]|\p{Surrogate}/gu, '')

/** The longest line in octets, without its end. */
const maxLineOctets = 75

/** A line folded to at most 75 octets each, never inside a character. */
function folded(line: string): string {
  let text = ''
  let length = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (length + octets > maxLineOctets) {
      text += '\r\n '
      length = 1
    }
    text += character
    length += octets
  }
  return text
}
