import { chineseDate, isDay } from '#model/calendar.ts'
import type { Answers } from './answers.ts'

/**
 * What a form says of a report whose day of publication is ahead; null for any other. The check accepts
 * such a report, and the site shows it from that day on.
 */
export function aheadWords({ published }: Answers, today: string): string | null {
  return typeof published === 'string' && isDay(published) && published > today
    ? `公开日期${chineseDate(published)}还没有到：本站到这一天才收录这份报告。已经公开的，请改成实际公开的日期。`
    : null
}
