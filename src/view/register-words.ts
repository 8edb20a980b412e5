import { chineseDate } from '#model/calendar.ts'
import { groupOf, registerGroups, type RegisterState } from '#model/register.ts'
import type { StateWords } from './state-words.ts'

/**
 * That a day has come, with its date: the words may still be read on a later day.
 */
export const todayWords = (day: string): string => `今日（${chineseDate(day)}）到期`

/**
 * The state of one unit in a register. Its words begin with those of the group by which readers filter,
 * where the unit has published or the office has looked. It is called overdue only when the office has recorded a
 * check.
 */
export function registerWords(status: RegisterState): StateWords {
  switch (status.state) {
    case 'on-time':
      return { label: '按期公开', tone: 'done' }
    case 'late':
      return { label: `晚于期限公开（晚${status.days}天）`, tone: 'due' }
    case 'upcoming':
      return { label: `未到期，还有${status.days}天`, tone: 'neutral' }
    case 'due-today':
      return { label: todayWords(status.on), tone: 'due' }
    case 'not-recorded':
      return {
        label: status.isHistory === true ? '往期，本站未收录' : '期限已过，本站未收录',
        tone: 'neutral',
      }
    case 'overdue':
      return {
        label: `经核查未公开（${chineseDate(status.lookedOn)}核查时未见，逾期${status.days}天）`,
        tone: 'alert',
      }
    case 'exempt':
      return { label: '免于公开', tone: 'neutral' }
    case 'published':
      return { label: '已公开', tone: 'done' }
    case 'undated':
      return { label: '公开日期不详', tone: 'done' }
    case 'no-date':
      return { label: '没有写明日期', tone: 'neutral' }
  }
}

/**
 * The group of a state in words, for lists of many reports: of a report that nobody has recorded, it
 * says whether its day has passed.
 */
export const briefStateWords = (status: RegisterState): string =>
  status.state === 'upcoming' || status.state === 'due-today'
    ? '期限未过'
    : registerGroups[groupOf(status)].label
