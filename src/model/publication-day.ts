import { isDay } from './calendar.ts'

/** A record that may have a publication day. */
export interface Publishable {
  /** The day from which the public may see it. */
  readonly publish_on?: string | undefined
  /** The day on which a unit published its report, or why the day is not known. */
  readonly published?: string
}

/** Whether a record is public on a day; a record without a publication day always is. */
export const isPublic = ({ publish_on: day, published }: Publishable, asOf: string): boolean =>
  (day === undefined || day <= asOf) &&
  (published === undefined || !isDay(published) || published <= asOf)
