import type { Model } from '#model/model.ts'

/** A state that turns with the calendar: what a browser needs to say it of another day. */
export interface Follows {
  /** The last day in time, ISO. */
  readonly lastDay: string
  /** Which words: of a unit that owes something, of a deadline, or of the days left. */
  readonly words: 'duty' | 'deadline' | 'left'
}

/** Marks a state as turning; nothing where the pages stay at their day, or there is no date. */
export function follows(
  model: Model,
  lastDay: string | null,
  words: Follows['words'],
): { follows?: Follows } {
  return model.pinned || lastDay === null ? {} : { follows: { lastDay, words } }
}
