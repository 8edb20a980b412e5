import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayAfter, daysBetween, weekdayOf } from '#model/calendar.ts'
import { isWorkingDay, knownYears, workingDaysAfter } from '#model/working-days.ts'

/**
 * The State Council's yearly notices: the first and last day of each holiday, and the weekend days
 * on which people work instead; with later changes of a notice.
 */
const notices: Readonly<Record<string, { off: string[]; work: string[] }>> = {
  // 国办发明电〔2018〕15号；劳动节按国办发明电〔2019〕3号
  '2019': {
    off: ['01-01/01-01', '02-04/02-10', '04-05/04-07', '05-01/05-04', '06-07/06-09'].concat([
      '09-13/09-15',
      '10-01/10-07',
    ]),
    work: ['02-02', '02-03', '04-28', '05-05', '09-29', '10-12'],
  },
  // 国办发明电〔2019〕16号；春节按国办发明电〔2020〕1号延长至2月2日
  '2020': {
    off: ['01-01/01-01', '01-24/02-02', '04-04/04-06', '05-01/05-05', '06-25/06-27', '10-01/10-08'],
    work: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  // 国办发明电〔2020〕27号
  '2021': {
    off: ['01-01/01-03', '02-11/02-17', '04-03/04-05', '05-01/05-05', '06-12/06-14'].concat([
      '09-19/09-21',
      '10-01/10-07',
    ]),
    work: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  // 国办发明电〔2021〕11号
  '2022': {
    off: ['01-01/01-03', '01-31/02-06', '04-03/04-05', '04-30/05-04', '06-03/06-05'].concat([
      '09-10/09-12',
      '10-01/10-07',
    ]),
    work: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  // 国办发明电〔2022〕16号
  '2023': {
    off: ['01-01/01-02', '01-21/01-27', '04-05/04-05', '04-29/05-03', '06-22/06-24', '09-29/10-06'],
    work: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  // 国办发明电〔2023〕7号
  '2024': {
    off: ['01-01/01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10/06-10'].concat([
      '09-15/09-17',
      '10-01/10-07',
    ]),
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  // 国办发明电〔2024〕12号
  '2025': {
    off: ['01-01/01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  '2026': {
    off: ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21'].concat([
      '09-25/09-27',
      '10-01/10-07',
    ]),
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}

test.each(Object.entries(notices))(
  'every day of %s is a working day or not as in the notice of that year',
  (year, { off, work }) => {
    const wrong: string[] = []
    for (let day = `${year}-01-01`; day.startsWith(year); day = dayAfter(day)) {
      const date = day.slice(5)
      const isOff = off.some((range) => {
        const [from = '', to = ''] = range.split('/')
        return date >= from && date <= to
      })
      const weekend = [0, 6].includes(weekdayOf(day))
      const works = work.includes(date) || (!isOff && !weekend)
      // 2022-12-31 belongs to the notice for 2023.
      if (isWorkingDay(day, undefined) !== works && day !== '2022-12-31') wrong.push(day)
    }
    expect(wrong).toEqual([])
  },
)

test('New Year of 2023 began on the last day of 2022', () => {
  expect(isWorkingDay('2022-12-30', undefined)).toBe(true)
  expect(isWorkingDay('2022-12-31', undefined)).toBe(false)
})

describe('working days after a day, which itself is not counted', () => {
  test.each([
    ['2024-03-08', 5, '2024-03-15', 'one plain week'],
    ['2024-03-09', 5, '2024-03-15', 'from a Saturday'],
    ['2024-02-28', 2, '2024-03-01', '29 February'],
    ['2023-02-28', 1, '2023-03-01', 'no 29 February'],
    ['2024-02-08', 2, '2024-02-18', 'Spring Festival, then a Sunday made up'],
    ['2024-02-02', 3, '2024-02-06', 'a Sunday made up before Spring Festival'],
    ['2024-09-27', 3, '2024-10-08', 'National Day, a Sunday made up before it'],
    ['2024-10-08', 5, '2024-10-14', 'a Saturday made up after National Day'],
    ['2023-12-29', 1, '2024-01-02', "a year's end"],
    ['2025-12-31', 1, '2026-01-04', 'a Sunday made up after New Year'],
  ])('%s, %i: %s (%s)', (start, days, last) => {
    expect(workingDaysAfter(start, days, undefined)).toEqual({ last })
  })
})

const packaged = knownYears(undefined)
const first = Number(packaged.at(0))
const last = Number(packaged.at(-1))

test('years without a known notice give no day, and are named', () => {
  expect(isWorkingDay(`${last}-12-31`, undefined)).not.toBeNull()
  expect(isWorkingDay(`${last + 1}-01-01`, undefined)).toBeNull()
  expect(isWorkingDay(`${first - 1}-12-31`, undefined)).toBeNull()
  expect(workingDaysAfter(`${last}-12-25`, 10, undefined)).toEqual({ unknownYear: `${last + 1}` })
  expect(workingDaysAfter(`${first - 1}-12-31`, 1, undefined)).toHaveProperty('last')
})

test('every year between the first and the last known one has its holidays', () => {
  for (let year = first; year <= last; year++)
    expect(isWorkingDay(`${year}-10-01`, undefined)).toBe(false)
})

describe('holidays that the office has entered', () => {
  // Fictional: no notice for this year is known.
  const year = `${last + 1}`
  const off = [
    { start: `${last}-12-31`, end: `${year}-01-02` },
    { start: `${year}-10-01`, end: `${year}-10-07` },
  ]
  const saturday = addDays(`${year}-10-08`, (6 - weekdayOf(`${year}-10-08`) + 7) % 7)
  const entered = { [year]: { off, work: [saturday] } }

  test('make a year known that the program does not know yet', () => {
    expect(knownYears(entered)).toEqual([...packaged, year])
    expect(isWorkingDay(`${year}-10-07`, entered)).toBe(false)
    expect(isWorkingDay(saturday, entered)).toBe(true)
    expect(isWorkingDay(addDays(saturday, 1), entered)).toBe(false)
    expect(workingDaysAfter(`${last}-12-25`, 10, entered)).toHaveProperty('last')
  })

  test('include the December before if the notice begins there', () => {
    expect(isWorkingDay(`${last}-12-31`, entered)).toBe(false)
    expect(isWorkingDay(`${last}-10-01`, entered)).toBe(false)
  })

  test('replace the whole year of the program', () => {
    const changed = { '2024': { off: [{ start: '2024-10-01', end: '2024-10-03' }] } }
    // 2024-10-04 was a Friday off, 2024-09-29 a Sunday worked.
    expect([isWorkingDay('2024-10-04', undefined), isWorkingDay('2024-10-04', changed)]).toEqual([
      false,
      true,
    ])
    expect([isWorkingDay('2024-09-29', undefined), isWorkingDay('2024-09-29', changed)]).toEqual([
      true,
      false,
    ])
    expect(isWorkingDay('2025-10-01', changed)).toBe(false)
  })
})

test('the days up to the last of n working days contain exactly n working days', () => {
  // Early enough in the last known year for thirty working days to fit.
  const days = fc
    .nat({ max: daysBetween(`${first}-01-01`, `${last}-09-01`) })
    .map((n) => addDays(`${first}-01-01`, n))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (start, count) => {
      const end = workingDaysAfter(start, count, undefined)
      if (!('last' in end)) throw new Error('not known')
      let worked = 0
      for (let day = dayAfter(start); day <= end.last; day = dayAfter(day))
        if (isWorkingDay(day, undefined) === true) worked += 1
      expect(worked).toBe(count)
      expect(isWorkingDay(end.last, undefined)).toBe(true)
    }),
  )
})
