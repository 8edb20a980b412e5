import { chineseDate } from '#model/calendar.ts'
import type { RegisterState } from '#model/register.ts'
import type { StateWords } from './state-words.ts'

/**
 * The state of one unit in a register. It is called overdue only when the office has recorded a
 * check.
 */
export function registerWords(status: RegisterState): StateWords {
  switch (status.state) {
    case 'on-time':
      return { label: '按期公开', tone: 'done' }
    case 'late':
      return { label: `已公开，晚${status.days}天`, tone: 'due' }
    case 'upcoming':
      return { label: `未到期，还有${status.days}天`, tone: 'neutral' }
    case 'due-today':
      return { label: '今日到期', tone: 'due' }
    case 'not-recorded':
      return {
        label: status.isHistory === true ? '往期，本站未收录' : '期限已过，本站未收录',
        tone: 'neutral',
      }
    case 'overdue':
      return {
        label: `截至${chineseDate(status.lookedOn)}核查未公开，已逾期${status.days}天`,
        tone: 'alert',
      }
    case 'exempt':
      return { label: '免于公开', tone: 'neutral' }
    case 'published':
      return { label: '已公开', tone: 'done' }
    case 'undated':
      return { label: '已公开，日期不详', tone: 'done' }
    case 'no-date':
      return { label: '没有写明日期', tone: 'neutral' }
  }
}
