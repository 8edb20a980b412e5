import { chineseDate } from '#domain/calendar.ts'
import type { DeadlineRecord } from '#domain/dataset.ts'
import { registerOf } from '#domain/register.ts'
import { siteData } from './data.ts'

/**
 * What is recorded of an order to publish: 本站已收录23份，应公开的有25个单位. Who is missing is said only
 * after the office has recorded that it looked. Undefined for other duties.
 */
export function progressOf(record: DeadlineRecord): string | undefined {
  const { dataset, asOf } = siteData()
  const { what, period } = record.deadline
  if (what !== 'self-inspection' || period === undefined) return undefined
  const { published, expected, lookedOn, rows } = registerOf(dataset, record, asOf)
  const whole = dataset.roster === 'partial' ? '本站名录中应公开的' : '应公开的'
  const overdue = rows.filter(({ status }) => status.state === 'overdue').length
  const looked =
    lookedOn === null || overdue === 0
      ? ''
      : `；主管机关${chineseDate(lookedOn)}核查，${overdue}个未公开`
  return `本站已收录${published}份，${whole}有${expected}个单位${looked}`
}
