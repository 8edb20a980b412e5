import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const figures = {
  'parts-do-not-add-up': {
    level: 'either',
    means:
      '各部分加起来不等于总数。先对照原件：录错了就改；原件如此，加 as_printed: true，错误会变成警告。',
    args: { split: '按层级', sum: 371, name: '总数', total: 370, difference: 1 },
    example: {
      file: at.inspection,
      replace: '          市直部门（单位）: 105',
      by: '          市直部门（单位）: 106',
    },
  },
  'count-exceeds': {
    level: 'either',
    means: '部分大于整体，例如检查数大于正常运行数、不合格数大于检查数。多半录错了。',
    args: { smaller: '办结', larger: '有效', value: 11, limit: 10 },
    example: {
      file: at.inspection,
      replace: '    tally: { valid: 10, closed: 10 }',
      by: '    tally: { valid: 10, closed: 11 }',
    },
  },
  'outcome-does-not-add-up': {
    level: 'either',
    means: '合格数与不合格数相加应当等于检查数。合格数一般不用填，程序会算。',
    args: { passed: 8, failed: 1, checked: 10 },
    example: {
      file: at.inspection,
      replace: '    tally: { valid: 10, closed: 10, checked: 10, passed: 9, failed: 1 }',
      by: '    tally: { valid: 10, closed: 10, checked: 10, passed: 8, failed: 1 }',
      given: [
        {
          file: at.inspection,
          replace: '    tally: { valid: 10, closed: 10 }',
          by: '    tally: { valid: 10, closed: 10, checked: 10, passed: 9, failed: 1 }',
        },
      ],
    },
  },
  'rate-differs': {
    level: 'warning',
    means:
      '文件印的比率与按数量计算的不同。先核对录入；没有录错就保留，网页照原文显示，不会替文件改数。',
    args: { name: '合格率', stated: '98.6%', denominator: 370, numerator: 369, computed: '99.7%' },
    example: {
      file: at.inspection,
      replace: '      passed: { stated: "99.7%" }',
      by: '      passed: { stated: "98.6%" }',
    },
  },
  'rounds-set-rate': {
    level: 'error',
    means: '一期查了几次，只有一次进入合格率。',
    args: { label: '2月', other: '3月' },
    example: {
      file: at.inspection,
      replace: '      2月: { tally: { checked: 120 } }',
      by: '      2月: { tally: { checked: 120 }, sets_rate: true }',
      given: [
        {
          file: at.inspection,
          replace: '    tally: { total: 370, checked: 370, failed: 1 }\n',
          by: '    tally: { total: 370, checked: 370, failed: 1 }\n    rounds:\n      2月: { tally: { checked: 120 } }\n      3月: { tally: { checked: 370 }, sets_rate: true }\n',
        },
      ],
    },
  },
  'tally-not-of-round': {
    level: 'warning',
    means: '合格率以某一次检查为准的，领域的数字应当就是那一次的数字。',
    args: { name: '检查', own: 370, label: '3月', its: 307 },
    example: {
      file: at.inspection,
      replace: '      3月: { tally: { checked: 370 }, sets_rate: true }',
      by: '      3月: { tally: { checked: 307 }, sets_rate: true }',
      given: [
        {
          file: at.inspection,
          replace: '    tally: { total: 370, checked: 370, failed: 1 }\n',
          by: '    tally: { total: 370, checked: 370, failed: 1 }\n    rounds:\n      2月: { tally: { checked: 120 } }\n      3月: { tally: { checked: 370 }, sets_rate: true }\n',
        },
      ],
    },
  },
  'failed-list-differs': {
    level: 'warning',
    means:
      '不合格数与点名并计入合格率的网站、账号数目不同，可能漏录了问题，或者 counts_in_rate 填错了。',
    args: { failed: 1, listed: 2 },
    example: {
      file: at.inspection,
      replace:
        '    channels: [yibin-tongji]\n    indicators: [media-blank-column]\n    severity: ordinary\n    counts_in_rate: false',
      by: '    channels: [yibin-tongji]\n    indicators: [media-blank-column]\n    severity: ordinary\n    counts_in_rate: true',
    },
  },
  'rate-differs-near': {
    level: 'warning',
    means: '文件印的比率与按数量计算的不同，但换一种算法正好相符，提示里列出了是哪一种。',
    args: {
      name: '合格率',
      stated: '99.5%',
      denominator: 370,
      numerator: 369,
      computed: '99.7%',
      readings: '184/185（总数的一半）、184/185（检查的一半）',
    },
    example: {
      file: at.inspection,
      replace: '      passed: { stated: "99.7%" }',
      by: '      passed: { stated: "99.5%" }',
    },
  },
  'rate-truncated': {
    level: 'warning',
    means: '文件没有四舍五入，直接去掉了后面的小数。网页照原文显示，不用改。',
    args: { name: '合格率', stated: '97.9%', denominator: 49, numerator: 48, computed: '98.0%' },
    example: {
      file: at.inspection,
      replace: '      passed: { stated: "98.0%" }',
      by: '      passed: { stated: "97.9%" }',
      given: [
        {
          file: at.inspection,
          replace:
            '    tally: { running: 49, checked: 49, failed: 0 }\n    rates:\n      passed: { stated: "100%" }',
          by: '    tally: { running: 49, checked: 49, failed: 1 }\n    rates:\n      passed: { stated: "98.0%" }',
        },
      ],
    },
  },
  'rate-impossible': {
    level: 'warning',
    means: '知道分母、不知道分子，而没有哪个整数能得出文件印的比率。',
    args: {
      name: '合格率',
      stated: '99%',
      denominator: 49,
      nearby: '48/49（98.0%）、49/49（100%）',
    },
    example: {
      file: at.inspection,
      replace: '      passed: { stated: "98%" }',
      by: '      passed: { stated: "99%" }',
      given: [
        {
          file: at.inspection,
          replace:
            '    tally: { running: 49, checked: 49, failed: 0 }\n    rates:\n      passed: { stated: "100%" }',
          by: '    tally: { running: 49, checked: 49 }\n    rates:\n      passed: { stated: "98%" }',
        },
      ],
    },
  },
  'change-differs': {
    level: 'warning',
    means: '文件印的升降与前后两个数对不上。先核对录入，网页照原文显示。',
    args: { name: '平均得分', stated: '3.5分', from: 90, now: 92.5, computed: '2.5分' },
    example: {
      file: at.inspection,
      replace: '{ base: 上季度, direction: up, from: 90, value: 2.5, unit: 分 }',
      by: '{ base: 上季度, direction: up, from: 90, value: 3.5, unit: 分 }',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      平均得分:\n        value: 92.5\n        changes:\n          - { base: 上季度, direction: up, from: 90, value: 2.5, unit: 分 }\n',
        },
      ],
    },
  },
} as const satisfies Explanations
