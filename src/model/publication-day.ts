import { isDay } from './calendar.ts'

/** A record that may wait for its day. */
export interface Publishable {
  /** The day from which the public may see it. */
  readonly publish_on?: string | undefined
  /** The day on which a unit's own report appeared, or why that is not known. */
  readonly published?: string
}

/** Whether a record is public on a day; one that names no day always is. */
export const isPublic = ({ publish_on: day, published }: Publishable, asOf: string): boolean =>
  (day === undefined || day <= asOf) &&
  (published === undefined || !isDay(published) || published <= asOf)
