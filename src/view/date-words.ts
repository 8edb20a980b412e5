import { chineseDate } from '#model/calendar.ts'
import { missingWords } from '#model/figure.ts'
import type { Missing } from '#schema/scalars.ts'

/** A date in Chinese, or why there is none. */
export const dateWords = (date: string): string =>
  Object.hasOwn(missingWords, date) ? missingWords[date as Missing] : chineseDate(date)

/** The day on which a file was first committed, with the note that the committer sets it freely. */
export const commitWords = (day: string): string => `${chineseDate(day)}（提交者所填，非证明）`
