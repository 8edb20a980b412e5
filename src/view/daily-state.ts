import type { Model } from '#model/model.ts'

/** What a browser needs to word a state for another day than that of the build. */
export interface DailyState {
  /** The last day in time, or the day of what happened, ISO. */
  readonly lastDay: string
  /** Which wording: of a unit's duty, of a deadline, of the days left, or of the days since. */
  readonly words: 'duty' | 'deadline' | 'left' | 'ago'
}

/**
 * Marks a state that changes from day to day. Empty when the build is pinned to a day, or there is
 * no date.
 */
export function dailyState(
  model: Model,
  lastDay: string | null,
  words: DailyState['words'],
): { daily?: DailyState } {
  return model.pinned || lastDay === null ? {} : { daily: { lastDay, words } }
}
