import type { Change, Explanations } from '../explanation.ts'
import * as at from './paths.ts'

/** A table put among those of the base data. */
const table = (rest: string): Change => ({
  file: at.inspection,
  replace: 'appendices:\n',
  by: `appendices:\n  checked:\n    title: ${rest}\n`,
})

export const tables = {
  'row-width': {
    level: 'warning',
    means: '表格这一行的格数与列名（没有列名时与第一行）不同，后面的格子会错位。',
    args: { row: 1, found: 3, wide: '列名', expected: 2 },
    example: {
      file: at.inspection,
      replace: '      - [甲局, 3]',
      by: '      - [甲局, 3, 0]',
      given: [
        {
          file: at.inspection,
          replace: 'appendices:\n',
          by: 'appendices:\n  checked:\n    title: 检查情况\n    columns: [单位, 检查数]\n    rows:\n      - [甲局, 3]\n',
        },
      ],
    },
  },
  'table-total-differs': {
    level: 'warning',
    means:
      '表里“合计”“小计”一行与各行相加的不同。可能录错了数，或者漏了行；只摘录了几行的表，可以写 acknowledged。',
    args: { label: '合计', name: '网站数', value: 10, sum: 11 },
    example: {
      file: at.inspection,
      replace: '      - [乙县, 6, 2]',
      by: '      - [乙县, 7, 2]',
      given: [
        table(
          '各县区检查情况\n    columns: [地区, 网站数, 问题数]\n    rows:\n      - [甲县, 4, 1]\n      - [乙县, 6, 2]\n      - [合计, 10, 3]',
        ),
      ],
    },
  },
  'table-sum-differs': {
    level: 'warning',
    means: '这一列在别的行都等于另外几列相加，只有这一行不等。',
    args: { row: 2, name: '总分', value: 99, parts: '“基础分”“加分”', sum: 90 },
    example: {
      file: at.inspection,
      replace: '      - [乙局, 88, 2, 90]',
      by: '      - [乙局, 88, 2, 99]',
      given: [
        table(
          '各单位得分\n    columns: [单位, 基础分, 加分, 总分]\n    rows:\n      - [甲局, 90, 3, 93]\n      - [乙局, 88, 2, 90]\n      - [丙局, 85, 4, 89]',
        ),
      ],
    },
  },
  'table-rate-differs': {
    level: 'warning',
    means: '表里的比率与同一行的数对不上。由哪两列算出，看列名，或者看别的行怎样算。',
    args: {
      row: 2,
      name: '答复率',
      stated: '96.17%',
      numerator: 11,
      denominator: 12,
      computed: '91.67%',
    },
    example: {
      file: at.inspection,
      replace: '12, 11, 91.67%]',
      by: '12, 11, 96.17%]',
      given: [
        table(
          '各单位留言办理情况\n    columns: [单位, 留言数, 答复数, 答复率]\n    rows:\n      - [甲局, 30, 30, 100%]\n      - [乙局, 12, 11, 91.67%]',
        ),
      ],
    },
  },
  'table-count-exceeds': {
    level: 'warning',
    means: '表里部分大于整体：检查数大于总数，采用数大于报送数。',
    args: { row: 2, smaller: '采用数', value: 21, larger: '报送数', limit: 12 },
    example: {
      file: at.inspection,
      replace: '      - [乙局, 12, 11]',
      by: '      - [乙局, 12, 21]',
      given: [
        table(
          '信息采用情况\n    columns: [单位, 报送数, 采用数]\n    rows:\n      - [甲局, 30, 12]\n      - [乙局, 12, 11]',
        ),
      ],
    },
  },
  'table-rank-order': {
    level: 'warning',
    means: '表里名次靠前的得分反而低，或者名次相同而得分不同。',
    args: { row: 3, score: '得分', value: 90, rank: 3, otherRow: 2, otherValue: 39, otherRank: 2 },
    example: {
      file: at.inspection,
      replace: '      - [2, 乙局, 93]',
      by: '      - [2, 乙局, 39]',
      given: [
        table(
          '得分排名\n    columns: [名次, 单位, 得分]\n    rows:\n      - [1, 甲局, 95]\n      - [2, 乙局, 93]\n      - [3, 丙局, 90]',
        ),
      ],
    },
  },
  'table-number-order': {
    level: 'warning',
    means: '表里的序号中间有断号，可能漏录了一行。一项占几行的，序号可以相同；也可以从1另起。',
    args: { row: 3, value: 4, before: 2 },
    example: {
      file: at.inspection,
      replace: '      - [3, 丙局]',
      by: '      - [4, 丙局]',
      given: [
        table(
          '参评单位\n    columns: [序号, 单位]\n    rows:\n      - [1, 甲局]\n      - [2, 乙局]\n      - [3, 丙局]',
        ),
      ],
    },
  },
  'table-differs': {
    level: 'warning',
    means: '表里一列的合计与领域里同一个数不同。是哪个领域，看表的标题和列名。',
    args: {
      title: '各县区政务新媒体检查情况',
      column: '不合格数',
      how: '各行相加',
      sum: 2,
      area: '政务新媒体',
      name: '不合格',
      value: 1,
    },
    example: {
      file: at.inspection,
      replace: '      - [乙县, 100, 0]',
      by: '      - [乙县, 100, 1]',
      given: [
        table(
          '各县区政务新媒体检查情况\n    columns: [地区, 检查数, 不合格数]\n    rows:\n      - [甲县, 270, 1]\n      - [乙县, 100, 0]',
        ),
      ],
    },
  },
  'table-list-differs': {
    level: 'warning',
    means: '不合格名单列出的个数与不合格数不同。序号相同的几行算一个。',
    args: { title: '不合格政务新媒体名单', listed: 2, name: '政务新媒体', failed: 1 },
    example: {
      file: at.inspection,
      replace: '      - [1, 叙州教育]',
      by: '      - [1, 叙州教育]\n      - [2, 叙州交通]',
      given: [
        table(
          '不合格政务新媒体名单\n    columns: [序号, 新媒体名称]\n    rows:\n      - [1, 叙州教育]',
        ),
      ],
    },
  },
} as const satisfies Explanations
