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
  'parts-exceed': {
    level: 'either',
    means:
      '只加已经知道的各部分，就超过了整体。先对照原件：录错了就改；各部分有重叠，加 exhaustive: false。',
    args: { split: '按层级', sum: 371, name: '总数', total: 370 },
    example: {
      file: at.inspection,
      replace: '          县级部门及乡（镇）: 232',
      by: '          县级部门及乡（镇）: 236',
      given: [
        {
          file: at.inspection,
          replace: '          市政府本级: 3',
          by: '          市政府本级: not-stated',
        },
      ],
    },
  },
  'splits-differ': {
    level: 'either',
    means:
      '同一个数没有写总数，而两种分法相加不一样。先核对；其中一种没有列全，加 exhaustive: false。',
    args: { name: '收到', split: '按渠道', sum: 10, other: '按类型', otherSum: 11 },
    example: {
      file: at.inspection,
      replace: '      type: { of: received, parts: { 咨询: 8, 投诉: 2 } }',
      by: '      type: { of: received, parts: { 咨询: 8, 投诉: 3 } }',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    splits:\n      channel: { of: received, parts: { 信箱: 4, 热线: 6 } }\n      type: { of: received, parts: { 咨询: 8, 投诉: 2 } }\n',
        },
      ],
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
  'count-exceeds-parts': {
    level: 'either',
    means:
      '没有写整体是多少，但按各部分相加已经装不下这个数。先核对；各部分没有列全，加 exhaustive: false。',
    args: { smaller: '检查', larger: '总数', value: 11, split: '按层级', limit: 10 },
    example: {
      file: at.inspection,
      replace: '    tally: { checked: 10 }',
      by: '    tally: { checked: 11 }',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    tally: { checked: 10 }\n    splits:\n      tier: { of: total, parts: { 市: 4, 县: 6 } }\n',
        },
      ],
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
  'coverage-differs': {
    level: 'warning',
    means: '写明全覆盖检查的，检查数应当等于正常运行的数（没有这个数的，等于总数）。',
    args: { checked: 37, name: '总数', all: 370 },
    example: {
      file: at.inspection,
      replace:
        'tally: { total: 370, checked: 370, failed: 1 }\n    rates:\n      passed: { stated: "99.7%" }',
      by: 'tally: { total: 370, checked: 37, failed: 1 }\n    rates:\n      passed: { stated: "97.3%" }',
    },
  },
  'change-unit-differs': {
    level: 'warning',
    means: '一个数和它的升降写了两个不相干的单位，总有一个录错了。',
    args: { name: '更新量', unit: '条', other: '个' },
    example: {
      file: at.inspection,
      replace: 'value: 90, unit: 条 }',
      by: 'value: 90, unit: 个 }',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      更新量:\n        value: 860\n        unit: 条\n        changes: [{ base: 上季度, direction: up, value: 90, unit: 条 }]\n',
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
  'rate-exceeds': {
    level: 'either',
    means: '分子是分母的一部分，不会更大，多半是录错或者写反了。完成任务的120%这样的比率不在此列。',
    args: { name: '回复率', numerator: 29, denominator: 20 },
    example: {
      file: at.inspection,
      replace: '      回复率: { numerator: 20, denominator: 29 }',
      by: '      回复率: { numerator: 29, denominator: 20 }',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    rates:\n      回复率: { numerator: 20, denominator: 29 }\n',
        },
      ],
    },
  },
  'rate-over-hundred': {
    level: 'warning',
    means: '合格率、办结率这样的比率不会超过100%，多半漏了小数点。',
    args: { name: '公开率', stated: '996%' },
    example: {
      file: at.inspection,
      replace: '      公开率: { stated: "99.6%" }',
      by: '      公开率: { stated: "996%" }',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    rates:\n      公开率: { stated: "99.6%" }\n',
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
  'change-value': {
    level: 'warning',
    means: '升降方向写在 direction 里，value 只写幅度，不带正负号；持平没有幅度。',
    args: { name: '平均得分', direction: '下降', value: -2.5 },
    example: {
      file: at.inspection,
      replace: 'direction: down, value: 2.5',
      by: 'direction: down, value: -2.5',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      平均得分:\n        value: 92.5\n        changes:\n          - { base: 上季度, direction: down, value: 2.5, unit: 分 }\n',
        },
      ],
    },
  },
  'change-words': {
    level: 'warning',
    means: '原文写的升降与 direction 相反，多半是 direction 填错了。',
    args: { name: '平均得分', stated: '下降2.5分', direction: '上升' },
    example: {
      file: at.inspection,
      replace: 'direction: down',
      by: 'direction: up',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      平均得分:\n        value: 92.5\n        changes:\n          - { base: 上季度, direction: down, value: 2.5, unit: 分, stated: 下降2.5分 }\n',
        },
      ],
    },
  },
  'change-direction': {
    level: 'warning',
    means: '前后两个数的升降与 direction 不同。先核对录入，网页照原文显示。',
    args: { name: '平均得分', from: 90, now: 92.5, actual: '上升', direction: '下降' },
    example: {
      file: at.inspection,
      replace: 'direction: up',
      by: 'direction: down',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      平均得分:\n        value: 92.5\n        changes:\n          - { base: 上季度, from: 90, direction: up, value: 2.5, unit: 分 }\n',
        },
      ],
    },
  },
  'change-impossible': {
    level: 'warning',
    means:
      '按现在的数和幅度倒推，原来的数不可能：小于0，或者比率大于100%。多半是升降方向或单位错了。',
    args: { name: '公开率', now: '98%', moved: '下降5个百分点', before: '103%' },
    example: {
      file: at.inspection,
      replace: 'direction: up',
      by: 'direction: down',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    rates:\n      公开率:\n        stated: "98%"\n        changes: [{ base: 上季度, direction: up, value: 5, unit: 个百分点 }]\n',
        },
      ],
    },
  },
  'stated-differs': {
    level: 'warning',
    means: '原文写法里只有一个数，与 value 对不上。“约、余、近”留有余地；看不出确切数的不核对。',
    args: { name: '公开信息', stated: '约500条', value: 600 },
    example: {
      file: at.inspection,
      replace: 'value: 500',
      by: 'value: 600',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      公开信息: { value: 500, unit: 条, stated: 约500条 }\n',
        },
      ],
    },
  },
  'bounds-contradict': {
    level: 'warning',
    means: '一个数的几个限定互相矛盾，没有哪个数能同时满足。',
    args: { name: '公开信息', number: '不少于500', limit: '不超过50' },
    example: {
      file: at.inspection,
      replace: 'at_most: 600',
      by: 'at_most: 50',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      公开信息: { at_least: 500, at_most: 600, unit: 条 }\n',
        },
      ],
    },
  },
  'all-but-some': {
    level: 'warning',
    means: '原文写“全部”，计数却说不是全部。',
    args: { name: '合格', stated: '全部合格', whole: '检查', total: 10, number: 9 },
    example: {
      file: at.inspection,
      replace: 'passed: { stated: 全部合格 }, failed: 0',
      by: 'passed: { stated: 全部合格 }, failed: 1',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    tally: { checked: 10, passed: { stated: 全部合格 }, failed: 0 }\n',
        },
      ],
    },
  },
  'split-of-nothing': {
    level: 'warning',
    means: 'of 写的那个数，各部分一个也没有给，页面上这一列就全是“文件未写明”。',
    args: { split: '按层级', of: '正常运行', given: '检查（checked）' },
    example: {
      file: at.inspection,
      replace: 'of: checked',
      by: 'of: running',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    splits:\n      tier: { of: checked, parts: { 市: { tally: { checked: 4 } }, 县: { tally: { checked: 6 } } } }\n',
        },
      ],
    },
  },
  'rank-order': {
    level: 'warning',
    means: '名次靠前的得分反而低。得分相同的可以并列；一组数字里有几种排名的不核对。',
    args: { name: '甲区得分', rank: 1, value: 93, other: '乙区得分', otherRank: 2, otherValue: 95 },
    example: {
      file: at.inspection,
      replace: 'value: 98',
      by: 'value: 93',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      甲区得分: { value: 98, unit: 分, rank: 1 }\n      乙区得分: { value: 95, unit: 分, rank: 2 }\n',
        },
      ],
    },
  },
  'score-above-full': {
    level: 'warning',
    means: '得分高于满分。满分应当含加分。',
    args: { name: '平均得分', value: 102.71, full: 100 },
    example: {
      file: at.inspection,
      replace: 'full: 110',
      by: 'full: 100',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness:\n    figures:\n      平均得分: { value: 102.71, unit: 分, full: 110 }\n',
        },
      ],
    },
  },
} as const satisfies Explanations
