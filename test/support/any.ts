import fc from 'fast-check'
import { addDays } from '#model/calendar.ts'

/** ISO days in and around the years of real documents. */
export const anyDay = fc.integer({ min: -4000, max: 12_000 }).map((n) => addDays('2020-01-01', n))

/** Days within a few weeks, so that some coincide. */
export const anyDayOfSpring = fc.nat({ max: 20 }).map((n) => addDays('2024-05-27', n))
