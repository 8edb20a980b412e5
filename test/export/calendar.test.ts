import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarText, type CalendarEvent } from '#export/calendar.ts'

const report: CalendarEvent = {
  uid: '2024-q1.rectification@www.example.com',
  published: '2024-03-08',
  day: '2024-03-15',
  revision: 0,
  summary: '最后一天：书面报送突出问题整改情况',
  description:
    '期限：2024年3月15日前（按含2024年3月15日当日计算，文件未写明）\n责任单位：甲县、乙县',
}

const city = { name: '示例市', terms: '来源：通报。使用许可：许可。' }

/** The events of a calendar as another program reads them. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

test('an event is read by another program as it was written', () => {
  const [event] = read(calendarText(city, [report]))
  expect(event?.uid).toBe(report.uid)
  expect(event?.summary).toBe(report.summary)
  expect(event?.description).toBe(report.description)
})

test.each([
  ['2024-03-15', '2024-03-16'],
  ['2024-02-28', '2024-02-29'],
  ['2024-12-31', '2025-01-01'],
])('%s is a whole day without a time zone, which ends where %s begins', (day, next) => {
  const [event] = read(calendarText(city, [{ ...report, day }]))
  expect(event?.startDate.isDate).toBe(true)
  expect(event?.startDate.toString()).toBe(day)
  expect(event?.endDate.toString()).toBe(next)
})

test('a clock time is a moment in UTC', () => {
  const [event] = read(calendarText(city, [{ ...report, moment: '20250416T040000Z' }]))
  expect(event?.startDate.isDate).toBe(false)
  expect(event?.startDate.toString()).toBe('2025-04-16T04:00:00Z')
})

test('the stamp is the day of publication: the same data gives the same bytes', () => {
  expect(calendarText(city, [report])).toContain('\r\nDTSTAMP:20240308T000000Z\r\n')
  expect(calendarText(city, [report])).toBe(calendarText(city, [report]))
})

test('the calendar holds its source and terms', () => {
  const calendar = new ICAL.Component(ICAL.parse(calendarText(city, [report])) as unknown[])
  expect(calendar.getFirstPropertyValue('description')).toBe(city.terms)
})

test('events have no alarm and do not block time', () => {
  const text = calendarText(city, [report])
  expect(text).not.toContain('VALARM')
  expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n')
})

describe('any text', () => {
  const texts = fc
    .array(fc.constantFrom('整', '改', '😀', ',', ';', '\\', '\\n', '\n', ':', '"', 'a', ' '), {
      minLength: 1,
      maxLength: 120,
    })
    .map((parts) => `始${parts.join('')}终`)

  test('is read back unchanged', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [event] = read(
          calendarText({ name: text, terms: text }, [
            { ...report, summary: text, description: text },
          ]),
        )
        expect(event?.summary).toBe(text)
        expect(event?.description).toBe(text)
      }),
    )
  })

  test('gives no line longer than 75 octets, and none is cut inside a character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = calendarText({ name: text, terms: text }, [
          { ...report, description: text },
        ]).split('\r\n')
        expect(lines.pop()).toBe('')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/\n|\uFFFD|[\uD800-\uDBFF]$|^ [\uDC00-\uDFFF]/)
        }
      }),
    )
  })
})
