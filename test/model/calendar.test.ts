import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  chineseDate,
  dayAfter,
  dayIn,
  daysBetween,
  isDay,
  isoDay,
  lastOfMonth,
  momentIn,
  weekdayOf,
} from '#model/calendar.ts'
import { anyDay } from '../support/any.ts'

describe('days between two dates', () => {
  test.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2024-02-29', '2025-02-28', 365],
    ['2023-12-31', '2024-01-01', 1],
    ['2024-06-06', '2024-06-06', 0],
    ['2024-06-07', '2024-06-06', -1],
    ['1986-05-03', '1986-05-05', 2],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })
})

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-12-31', 1, '2024-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2024-03-15', 0, '2024-03-15'],
])('%s and %i days: %s', (day, days, then) => {
  expect(addDays(day, days)).toBe(then)
})

test.each([
  ['2024-06-06', 4],
  ['2024-06-09', 0],
  ['1969-12-31', 3],
])('%s is day %i of its week, Sunday being 0', (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday)
})

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2024-04-31', false],
  ['2024-12-31', true],
  ['2024-13-45', false],
  ['2024-6-6', false],
  ['2024-06-06T00:00', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is)
})

test('a date is written in Chinese without leading zeros, a month without a day', () => {
  expect(chineseDate('2024-06-06')).toBe('2024年6月6日')
  expect(chineseDate('2023-12')).toBe('2023年12月')
})

test.each([
  ['Asia/Shanghai', '2025-04-16', '12:00', '20250416T040000Z'],
  ['Asia/Shanghai', '2025-01-01', '07:30', '20241231T233000Z'],
  ['Asia/Shanghai', '1988-07-01', '12:00', '19880701T030000Z'],
  ['America/New_York', '2024-03-10', '01:30', '20240310T063000Z'],
  ['America/New_York', '2024-03-10', '03:30', '20240310T073000Z'],
])('in %s, %s %s is %s', (zone, day, time, moment) => {
  expect(momentIn(zone, day, time)).toBe(moment)
})

describe('today, in the time zone of the site', () => {
  const lateInLondon = new Date('2024-06-06T16:00:00Z')

  test.each([
    ['Asia/Shanghai', '2024-06-07'],
    ['Europe/London', '2024-06-06'],
    ['America/Los_Angeles', '2024-06-06'],
    ['Pacific/Kiritimati', '2024-06-07'],
  ])('%s: %s', (zone, day) => {
    expect(dayIn(zone, lateInLondon)).toBe(day)
  })

  test("the year ends at the zone's midnight", () => {
    expect(dayIn('Asia/Shanghai', new Date('2023-12-31T15:59:59Z'))).toBe('2023-12-31')
    expect(dayIn('Asia/Shanghai', new Date('2023-12-31T16:00:00Z'))).toBe('2024-01-01')
  })

  test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'])(
    'a machine in %s counts the same days',
    (zone) => {
      const program =
        "const { dayIn, daysBetween, isDay, chineseDate, weekdayOf } = await import('#model/calendar.ts');" +
        "const { workingDaysAfter } = await import('#model/working-days.ts');" +
        "console.log(weekdayOf('2024-03-10'), workingDaysAfter('2024-09-27', 3).last, dayIn('Asia/Shanghai', new Date('2024-06-05T16:30:00Z')), daysBetween('2024-03-09', '2024-11-04'), isDay('2024-02-29'), chineseDate('2024-01-01'))"
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
        cwd: `${import.meta.dirname}/../..`,
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      })
      expect(output.trim()).toBe('0 2024-10-08 2024-06-06 240 true 2024年1月1日')
    },
  )
})

describe('of any days', () => {
  const span = fc.integer({ min: -5000, max: 5000 })

  test('adding and subtracting days returns to the start, and the distance equals the number added', () => {
    fc.assert(
      fc.property(anyDay, span, (day, days) => {
        const there = addDays(day, days)
        expect(isDay(there)).toBe(true)
        expect(addDays(there, -days)).toBe(day)
        expect(daysBetween(day, there)).toBe(days)
      }),
    )
  })

  test('the order of their texts is that of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0)
      }),
    )
  })

  test('the same weekday comes again after seven days, and not before', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, days) => {
        expect(weekdayOf(addDays(day, days)) === weekdayOf(day)).toBe(days === 7)
      }),
    )
  })

  test('the last of a month is followed by the first of the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), (y, m) => {
        const last = lastOfMonth(y, m)
        expect(last.slice(0, 8)).toBe(isoDay(y, m, 1).slice(0, 8))
        expect(dayAfter(last).slice(8)).toBe('01')
      }),
    )
  })

  test('noon of a day is that day in its own time zone, wherever that is', () => {
    const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'America/New_York', 'Pacific/Kiritimati']
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones), (day, zone) => {
        const [, y, m, d, h, min] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z$/.exec(
          momentIn(zone, day, '12:00'),
        ) as unknown as string[]
        expect(dayIn(zone, new Date(`${y}-${m}-${d}T${h}:${min}:00Z`))).toBe(day)
      }),
    )
  })
})

test('in a month that is too short, a date counted in months is its last day', () => {
  expect(addMonths('2024-11-30', 3)).toBe('2025-02-28')
})

test('months are added one by one or at once, as long as the day is in each of them', () => {
  fc.assert(
    fc.property(anyDay, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (day, one, other) => {
      const early = `${day.slice(0, 8)}15`
      expect(addMonths(addMonths(early, one), other)).toBe(addMonths(early, one + other))
      // From a date late in a month, the last day of the next month is reached at most.
      expect(addMonths(day, one).slice(0, 7)).toBe(addMonths(early, one).slice(0, 7))
      expect(addMonths(day, one).slice(8) <= day.slice(8)).toBe(true)
    }),
  )
})
