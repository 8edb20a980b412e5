import fc from 'fast-check'
import { addDays } from '#model/calendar.ts'

/** ISO days of years in which there are documents, and some before and after. */
export const anyDay = fc.integer({ min: -4000, max: 12_000 }).map((n) => addDays('2020-01-01', n))

/** Days of a few weeks, so that several of them fall together. */
export const anyDayOfSpring = fc.nat({ max: 20 }).map((n) => addDays('2024-05-27', n))
