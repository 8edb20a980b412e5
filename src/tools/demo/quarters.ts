import { chineseNumeral } from '#model/chinese-numeral.ts'
import { addDays, weekdayOf } from '#model/calendar.ts'

/** The calendar of the sample city. Days are ISO strings. */
export interface Quarter {
  readonly id: string
  readonly label: string
  readonly year: number
  /** 1 to 4. */
  readonly number: number
  readonly start: string
  readonly end: string
  /** Its third month, in which the bulletin comes out: `2024-03`. */
  readonly thirdMonth: string
}

const lastDays = ['03-31', '06-30', '09-30', '12-31']
const twoDigits = (number: number): string => String(number).padStart(2, '0')

function quarter(year: number, number: number): Quarter {
  return {
    id: `${year}-q${number}`,
    label: `${year}年第${chineseNumeral(number)}季度`,
    year,
    number,
    start: `${year}-${twoDigits(number * 3 - 2)}-01`,
    end: `${year}-${lastDays[number - 1] ?? ''}`,
    thirdMonth: `${year}-${twoDigits(number * 3)}`,
  }
}

export const nextQuarter = ({ year, number }: Quarter): Quarter =>
  number === 4 ? quarter(year + 1, 1) : quarter(year, number + 1)

/** The third month of the previous quarter, from which messages are counted. */
export const monthBefore = ({ year, number }: Quarter): string =>
  number === 1 ? `${year - 1}-12` : quarter(year, number - 1).thirdMonth

/** `count` quarters, oldest first, ending with the fourth quarter of `lastYear`. */
export function quartersUntil(lastYear: number, count: number): Quarter[] {
  return Array.from({ length: count }, (_, place) => {
    const back = count - 1 - place
    return quarter(lastYear - Math.floor(back / 4), 4 - (back % 4))
  })
}

/** The day itself, or the Monday after when it falls on a weekend. */
export function workingDay(day: string): string {
  const weekday = weekdayOf(day)
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}
