import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

/** Fictional: what a year's notice might say. */
const withHolidays = {
  file: at.site,
  replace: 'rate_decimals: 1\n',
  by: 'rate_decimals: 1\nholidays:\n  2027:\n    off:\n      - { start: 2027-10-01, end: 2027-10-07 }\n    work: [2027-10-09]\n',
}

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
      '工作日要按国务院办公厅每年公布的放假安排计算。还没有公布的年份不猜：请先填文件的最后一天，或等通知公布后把放假安排填到 data/site.yaml 的 holidays 里，不用等新版本。',
    args: { after: '2099-03-01', days: 10, year: '2099' },
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
  'holiday-outside-year': {
    level: 'error',
    means:
      '放假安排按年填写，照国务院办公厅那一年的通知。日期错了年份，工作日就会数错。通知写明元旦假期从上一年12月开始的，仍写在新的一年下面。',
    args: { day: '2026-10-01', year: '2027' },
    example: {
      file: at.site,
      replace: '{ start: 2027-10-01, end: 2027-10-07 }',
      by: '{ start: 2026-10-01, end: 2027-10-07 }',
      given: [withHolidays],
    },
  },
  'holiday-twice': {
    level: 'error',
    means: '同一天写进了两个假期，或者既放假又补班。一天要么上班，要么放假。',
    args: { day: '2027-10-07' },
    example: {
      file: at.site,
      replace: '{ start: 2027-10-01, end: 2027-10-07 }',
      by: '{ start: 2027-10-01, end: 2027-10-07 }\n      - { start: 2027-10-07, end: 2027-10-08 }',
      given: [withHolidays],
    },
  },
  'make-up-on-weekday': {
    level: 'error',
    means: '补班的都是星期六、星期日；星期一到星期五除了放假本来就上班，不用写。',
    args: { day: '2027-10-08' },
    example: {
      file: at.site,
      replace: 'work: [2027-10-09]',
      by: 'work: [2027-10-08]',
      given: [withHolidays],
    },
  },
  'deadline-time-differs': {
    level: 'warning',
    means: '照抄的原文里的时刻与 time 不是同一时刻；time 用 24 小时制。',
    args: { stated: '2024年3月15日下午5时前', clock: '17:00', time: '12:00' },
    example: {
      file: at.inspection,
      replace: '    time: "17:00"',
      by: '    time: "12:00"',
      given: [
        {
          file: at.inspection,
          replace: '    stated: 2024年3月15日前\n',
          by: '    stated: 2024年3月15日下午5时前\n    time: "17:00"\n',
        },
      ],
    },
  },
  'deadline-before-document': {
    level: 'warning',
    means: '文件要求的期限在文件成文（没有成文日期的，在发布）之前，多半有一个日期录错了。',
    args: { due: '2024-03-15', name: '成文日期', date: '2024-04-08', at: 'document.issued' },
    example: {
      file: at.inspection,
      replace: 'document: { issued: 2024-03-08 }',
      by: 'document: { issued: 2024-04-08 }',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { issued: 2024-03-08 }\n',
        },
      ],
    },
  },
  'document-dates-backwards': {
    level: 'warning',
    means: '文件先成文，再发布，再转载；次序相反的，多半有一个日期录错了。',
    args: {
      name: '原发布日期',
      later: '2024-02-10',
      other: '成文日期',
      earlier: '2024-03-08',
      at: 'document.issued',
    },
    example: {
      file: at.inspection,
      replace: 'document: { issued: 2024-03-08, published: 2024-03-10 }',
      by: 'document: { issued: 2024-03-08, published: 2024-02-10 }',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { issued: 2024-03-08, published: 2024-03-10 }\n',
        },
      ],
    },
  },
  'steps-backwards': {
    level: 'warning',
    means: '一个问题的整改进展按先后填写，后一步的日期不早于前一步。',
    args: { on: '2024-03-02', before: '2024-03-12', n: 1 },
    example: {
      file: at.inspection,
      replace: '      - { on: 2024-03-14, step: rectified }',
      by: '      - { on: 2024-03-02, step: rectified }',
      given: [
        {
          file: at.inspection,
          replace: '    problem: 严重表述错误\n',
          by: '    problem: 严重表述错误\n    rectification:\n      - { on: 2024-03-12, step: reported }\n      - { on: 2024-03-14, step: rectified }\n',
        },
      ],
    },
  },
  'step-before-period': {
    level: 'warning',
    means: '整改在这一期开始之前就有了进展，多半是年份录错了。',
    args: { on: '2023-03-14', start: '2024-01-01' },
    example: {
      file: at.inspection,
      replace: '      - { on: 2024-03-14, step: reported }',
      by: '      - { on: 2023-03-14, step: reported }',
      given: [
        {
          file: at.inspection,
          replace: '    problem: 严重表述错误\n',
          by: '    problem: 严重表述错误\n    rectification:\n      - { on: 2024-03-14, step: reported }\n',
        },
      ],
    },
  },
  'label-differs': {
    level: 'warning',
    means: '名称写的是一个季度（半年、月份、年度），起止日期却是另一段；季度可以从上月下旬算起。',
    args: {
      label: '2024年第一季度',
      from: '2024-01-01',
      to: '2024-03-31',
      found: '2024-01-01 至 2024-06-30',
    },
    example: {
      file: at.inspection,
      replace: 'period: { label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }',
      by: 'period: { label: 2024年第一季度, start: 2024-01-01, end: 2024-06-30 }',
    },
  },
  'date-far': {
    level: 'warning',
    means: '日期与这一期差得太远，多半是年份录错了，例如 2042、0204。',
    args: { date: '2042-03-05', period: '2024年第一季度', years: 3 },
    example: {
      file: at.inspection,
      replace: 'rechecked_until: 2024-03-05',
      by: 'rechecked_until: 2042-03-05',
    },
  },
  'period-not-begun': {
    level: 'warning',
    means: '文件的成文日期、发布日期或本站发布日期在这一期开始之前，多半是年份录错了。',
    args: {
      start: '2024-01-01',
      name: '本站发布日期',
      date: '2023-11-23',
      at: 'published_here',
    },
    example: {
      file: at.inspection,
      replace: 'published_here: 2026-11-23',
      by: 'published_here: 2023-11-23',
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
  'title-period-differs': {
    level: 'warning',
    means: '标题里的季度、半年、月份不在这一期里。讲以往问题整改、复查的标题不核对。',
    args: { named: '2023年第一季度', period: '2024年第一季度' },
    example: {
      file: at.inspection,
      replace: 'document: { title: 2024年第一季度检查情况 }',
      by: 'document: { title: 2023年第一季度检查情况 }',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { title: 2024年第一季度检查情况 }\n',
        },
      ],
    },
  },
  'window-year': {
    level: 'warning',
    means: '统计时段正好差一年，多半是年份录错了。',
    args: { window: '2023-02-01 至 2023-02-28', period: '2024年第一季度', year: 2024 },
    example: {
      file: at.inspection,
      replace: '    window: { start: 2024-02-01, end: 2024-02-28 }',
      by: '    window: { start: 2023-02-01, end: 2023-02-28 }',
      given: [
        {
          file: at.inspection,
          replace: '    window: { start: 2023-12 }',
          by: '    window: { start: 2024-02-01, end: 2024-02-28 }',
        },
      ],
    },
  },
  'number-year-differs': {
    level: 'warning',
    means: '发文字号里的年份是成文的年份，总有一个录错了。没有成文日期的，与原发布日期比较。',
    args: { number: '×府办〔2023〕1号', year: '2023', name: '成文日期', date: '2024-03-08' },
    example: {
      file: at.inspection,
      replace: 'number: ×府办〔2024〕1号',
      by: 'number: ×府办〔2023〕1号',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { number: ×府办〔2024〕1号, issued: 2024-03-08 }\n',
        },
      ],
    },
  },
  'previous-round-differs': {
    level: 'warning',
    means: '写作上一期的，不在这一期之前，或者比它早了一年上下。',
    args: {
      label: '2024年第四季度',
      from: '2024-10-01',
      to: '2024-12-31',
      how: '不在2024年第一季度之前',
    },
    example: {
      file: at.inspection,
      replace: 'label: 2023年第四季度',
      by: 'label: 2024年第四季度',
      given: [
        {
          file: at.inspection,
          append:
            '\nprevious_round: { label: 2023年第四季度, rectified: yes, reported: not-stated }\n',
        },
      ],
    },
  },
  'window-after-document': {
    level: 'warning',
    means:
      '统计时段到文件印发以后才开始，或者问题的起止晚于文件印发，总有一个日期录错了。没有文件日期的，与本站发布日期比较。',
    args: {
      date: '2024-12',
      name: '成文日期',
      written: '2024-03-10',
      at: 'document.issued',
    },
    example: {
      file: at.inspection,
      replace: '    window: { start: 2023-12 }',
      by: '    window: { start: 2024-12 }',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { issued: 2024-03-10 }\n',
        },
      ],
    },
  },
  'published-here-early': {
    level: 'warning',
    means: '本站不会早于发文机关公布，也不会比成文早十天以上，总有一个日期录错了。',
    args: { here: '2026-11-23', name: '原发布日期', published: '2027-04-10' },
    example: {
      file: at.inspection,
      replace: 'document: { issued: 2024-03-08, published: 2024-04-10 }',
      by: 'document: { issued: 2024-03-08, published: 2027-04-10 }',
      given: [
        {
          file: at.inspection,
          replace: 'published_here: 2026-11-23\n',
          by: 'published_here: 2026-11-23\ndocument: { issued: 2024-03-08, published: 2024-04-10 }\n',
        },
      ],
    },
  },
} as const satisfies Explanations
