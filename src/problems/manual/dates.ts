import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const dates = {
  'period-backwards': {
    level: 'error',
    means: '截止日期在起始日期之前，多半是年份或月份录错了。',
    args: { start: '2024-01-01', end: '2023-03-31' },
    example: {
      file: at.inspection,
      replace: 'period: { label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }',
      by: 'period: { label: 2024年第一季度, start: 2024-01-01, end: 2023-03-31 }',
    },
  },
  'deadline-differs': {
    level: 'warning',
    means: '照抄的原文与用来倒计时的日期不是同一天，总有一个录错了。',
    args: { stated: '2024年3月25日前', due: '2024-03-15' },
    example: {
      file: at.inspection,
      replace: '    due: 2024-03-15\n    stated: 2024年3月15日前',
      by: '    due: 2024-03-15\n    stated: 2024年3月25日前',
    },
  },
  'start-day-unknown': {
    level: 'warning',
    means:
      '起算日写的是文件的某个日期，而文件信息里没有这个日期，或只有月份。网页只显示文字，不计算日期。',
    args: { after: 'issued' },
    example: {
      file: at.inspection,
      replace: 'document: { issued: 2024-03-01 }',
      by: 'document: { issued: 2024-03 }',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { issued: 2024-03-01 }\n',
        },
        {
          file: at.inspection,
          replace: '    due: 2024-03-15\n    stated: 2024年3月15日前',
          by: '    within: { days: 10, kind: working, after: issued }\n    stated: 本通报印发后10个工作日内',
        },
      ],
    },
  },
  'working-days-unknown': {
    level: 'error',
    means:
      '工作日要按国务院办公厅每年公布的放假安排计算。还没有公布的年份不猜，请先填文件的最后一天，或等安排公布后更新软件包。',
    args: { after: '2099-03-01', days: 10, first: '2004', last: '2026' },
    example: {
      file: at.inspection,
      replace: 'after: 2024-03-01 }',
      by: 'after: 2099-03-01 }',
      given: [
        {
          file: at.inspection,
          replace: '    due: 2024-03-15\n    stated: 2024年3月15日前',
          by: '    within: { days: 10, kind: working, after: 2024-03-01 }\n    stated: 本通报印发后10个工作日内',
        },
      ],
    },
  },
  'window-far': {
    level: 'warning',
    means: '统计时段与这一期差得太远，多半是年份录错了。',
    args: { window: '2021-12 至 2022-02', period: '2024年第一季度' },
    example: {
      file: at.inspection,
      replace: '    window: { start: 2023-12 }',
      by: '    window: { start: 2021-12, end: 2022-02 }',
    },
  },
  'published-here-early': {
    level: 'warning',
    means: '本站不会早于发文机关公布，总有一个日期录错了。',
    args: { here: '2026-11-23', published: '2027-04-10' },
    example: {
      file: at.inspection,
      replace: 'document: { published: 2024-04-10 }',
      by: 'document: { published: 2027-04-10 }',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { published: 2024-04-10 }\n',
        },
      ],
    },
  },
} as const satisfies Explanations
