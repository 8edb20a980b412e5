import type { Model } from '#model/model.ts'

/** What a browser needs to word a state for another day than that of the build. */
export interface DailyState {
  /** The last day in time, ISO. */
  readonly lastDay: string
  /** Which wording: of a unit's duty, of a deadline, or of the days left. */
  readonly words: 'duty' | 'deadline' | 'left'
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
