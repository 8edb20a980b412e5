import { chineseDate } from '#model/calendar.ts'
import { isMissing, missingWords } from '#model/figure.ts'

/** A date in Chinese, or why there is none. */
export const dateWords = (date: string): string =>
  isMissing(date) ? missingWords[date] : chineseDate(date)

/** From the first day to the last. */
export const spanWords = (first: string, last: string): string =>
  `${dateWords(first)}至${dateWords(last)}`

/** The day on which a report was published, or that it is not known and why. */
export const publishedWords = (date: string): string =>
  isMissing(date) ? `不详（${missingWords[date]}）` : chineseDate(date)

/** The day on which a file was first committed, with the note that the committer sets it freely. */
export const commitWords = (day: string): string => `${chineseDate(day)}（提交者所填，非证明）`
