import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

/** A date that has been changed since the publication. */
const changed = {
  file: at.inspection,
  replace: 'rechecked_until: 2024-03-05',
  by: 'rechecked_until: 2024-03-06',
}
const entry =
  '  - { on: 2026-12-01, at: rechecked_until, from: 2024年3月5日, to: 2024年3月6日, reason: 录入有误 }'
const corrected = [changed, { file: at.inspection, append: `\ncorrections:\n${entry}\n` }]

export const corrections = {
  'correction-missing': {
    level: 'error',
    means:
      '用 --base 检查时，把现在的内容同已公开的版本比较：改了、补了或删了已公开的内容，都要写一条更正。整改进展、核查日期、新的报告等后来的进展不算更正；只调整写法、次序、备注的也不算。提示里的一行可以照抄，把理由写上。',
    args: {
      at: 'rechecked_until',
      record: at.inspection,
      from: '2024年3月5日',
      to: '2024年3月6日',
      entry:
        '- { on: 2026-12-01, at: rechecked_until, from: 2024年3月5日, to: 2024年3月6日, reason: 待填写 }',
    },
    example: {
      right: '改了复核截止时间，同时在 corrections 里写明原来是什么、改成什么、为什么',
      wrong: '只改了复核截止时间，没有写 corrections',
      published: [],
      given: corrected,
      does: { file: at.inspection, replace: `\ncorrections:\n${entry}\n`, by: '' },
    },
  },
  'record-withdrawn': {
    level: 'error',
    means:
      '已公开的一期检查、一份自查报告整个不见了，或换了编号。文件没有了，更正就写在 data/corrections.yaml 里：撤回的不写 to，换了编号的在 to 写新的位置。',
    args: {
      id: 'inspections/2023-q4',
      ref: 'main',
      entry:
        '- { on: 2026-12-01, at: inspections/2023-q4, from: inspections/2023-q4, reason: 待填写 }',
    },
    example: {
      right: '删去 data/inspections/2023-q4.yaml，在 data/corrections.yaml 里写明撤回和理由',
      wrong: '只删去 data/inspections/2023-q4.yaml',
      published: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\n',
        },
      ],
      given: [
        {
          file: 'data/corrections.yaml',
          append:
            'corrections:\n  - { on: 2026-12-01, at: inspections/2023-q4, from: 2023年第四季度检查结果, reason: 发文机关撤回了通报 }\n',
        },
      ],
      does: { file: 'data/corrections.yaml', remove: true },
    },
  },
  'correction-differs': {
    level: 'warning',
    means: '更正里的 to 应当就是数据现在的内容，照页面的写法。同一处更正过几次的，只核对最后一次。',
    args: { at: 'rechecked_until', to: '2024年3月7日', now: '2024年3月6日' },
    example: {
      file: at.inspection,
      replace: entry,
      by: entry.replace('2024年3月6日', '2024年3月7日'),
      given: corrected,
    },
  },
  'correction-withdrawn': {
    level: 'warning',
    means: '没有写 to 的更正表示撤回或删去，而那一处的内容还同 from 一样。',
    args: { at: 'rechecked_until', from: '2024年3月6日' },
    example: {
      file: at.inspection,
      replace: entry,
      by: '  - { on: 2026-12-01, at: rechecked_until, from: 2024年3月6日, reason: 录入有误 }',
      given: corrected,
    },
  },
  'correction-nowhere': {
    level: 'warning',
    means: '更正的位置在数据里找不到，多半是路径写错了。',
    args: { at: 'rechecked' },
    example: {
      file: at.inspection,
      replace: entry,
      by: entry.replace('rechecked_until', 'rechecked'),
      given: corrected,
    },
  },
  'correction-early': {
    level: 'warning',
    means: '更正是公开以后的事，日期不会早于公开日期。',
    args: { on: '2026-11-01', published: '2026-11-23' },
    example: {
      file: at.inspection,
      replace: entry,
      by: entry.replace('2026-12-01', '2026-11-01'),
      given: corrected,
    },
  },
  'correction-from-differs': {
    level: 'warning',
    means:
      '更正里的 from 应当是已公开的版本里的内容，这样读者才知道改了什么。只在用 --base 检查时核对。',
    args: { at: 'rechecked_until', from: '2024年3月1日', before: '2024年3月5日' },
    example: {
      file: at.inspection,
      replace: entry,
      by: entry.replace('2024年3月5日', '2024年3月1日'),
      published: [],
      given: corrected,
    },
  },
  'correction-empty': {
    level: 'error',
    means: '一条更正至少要写明原来的内容（from）或更正后的内容（to）。',
    args: {},
    example: {
      file: at.inspection,
      replace: entry,
      by: '  - { on: 2026-12-01, at: rechecked_until, reason: 录入有误 }',
      given: corrected,
    },
  },
  'base-unreadable': {
    level: 'warning',
    means: '用来比较的版本里，这个文件本身有错误，没有读出来的部分没有比较。',
    args: { ref: 'main' },
    example: null,
  },
  'base-empty': {
    level: 'warning',
    means: '用来比较的版本里还没有一份公开的记录，例如数据是这一次才放进仓库的。',
    args: { ref: 'main' },
    example: null,
  },
} as const satisfies Explanations
