import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const reports = {
  'issue-area-missing': {
    level: 'error',
    means: '问题属于某个领域，而这一期的 areas 里没有这个领域；没有数字的领域也要写上。',
    args: { area: 'openness' },
    example: { file: at.inspection, replace: '  openness: {}\n  websites:', by: '  websites:' },
  },
  'follow-ups-missing': {
    level: 'error',
    means:
      '上一期留下没有办结的问题，这一期没有交代后来怎样。新一期文件没有提到的，也要逐个写明 not-stated（文件未写明）。',
    args: { period: '2023年第四季度', count: 1, ids: '2023-q4-01', example: '2023-q4-01' },
    example: {
      right: '文件里有 follow_ups，写明 2023-q4-01 的情况',
      wrong: '文件里没有 follow_ups',
      given: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\nissues:\n  2023-q4-01:\n    area: openness\n    units: [xuzhou]\n    indicators: [annual-report-repeats]\n    severity: ordinary\n    counts_in_rate: false\n    text: 年度报告内容与往年雷同\n',
        },
        {
          file: at.inspection,
          append: '\nfollow_ups:\n  2023-q4-01: { rectified: yes, reported: yes }\n',
        },
      ],
      does: {
        file: at.inspection,
        replace: 'follow_ups:\n  2023-q4-01: { rectified: yes, reported: yes }\n',
        by: '',
      },
    },
  },
  'issue-unaccounted': {
    level: 'error',
    means: 'follow_ups 里写了一部分问题，还有没有交代的；文件没有写明的填 not-stated。',
    args: { id: '2023-q4-02', period: '2023年第四季度' },
    example: {
      file: at.inspection,
      replace:
        '  2023-q4-01: { rectified: yes, reported: yes }\n  2023-q4-02: { rectified: not-stated, reported: not-stated }',
      by: '  2023-q4-01: { rectified: yes, reported: yes }',
      given: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\nissues:\n  2023-q4-01:\n    area: openness\n    units: [xuzhou]\n    indicators: [annual-report-repeats]\n    severity: ordinary\n    counts_in_rate: false\n    text: 年度报告内容与往年雷同\n  2023-q4-02:\n    area: openness\n    units: not-stated\n    indicators: [annual-report-repeats]\n    severity: ordinary\n    counts_in_rate: false\n    text: 内容更新不及时\n',
        },
        {
          file: at.inspection,
          append:
            '\nfollow_ups:\n  2023-q4-01: { rectified: yes, reported: yes }\n  2023-q4-02: { rectified: not-stated, reported: not-stated }\n',
        },
      ],
    },
  },
  'follow-up-other-office': {
    level: 'warning',
    means: '跟踪的是另一个机关通报的问题，多半是编号录错了。',
    args: { id: '2023-q4-01', period: '2023年第四季度', owner: '宜宾市叙州区人民政府办公室' },
    example: {
      file: 'data/inspections/2023-q4.yaml',
      replace: 'issuer: 宜宾市人民政府办公室',
      by: 'issuer: 宜宾市叙州区人民政府办公室',
      given: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\nissues:\n  2023-q4-01:\n    area: openness\n    units: [xuzhou]\n    indicators: [annual-report-repeats]\n    severity: ordinary\n    counts_in_rate: false\n    text: 年度报告内容与往年雷同\n',
        },
        {
          file: at.inspection,
          append: '\nfollow_ups:\n  2023-q4-01: { rectified: yes, reported: yes }\n',
        },
      ],
    },
  },
  'channel-of-another-unit': {
    level: 'warning',
    means:
      '问题点名的账号在名录里属于另一个单位，那个单位没有点名：单位、账号、名录总有一处录错了。',
    args: { name: '叙州教育', owner: '叙州区', units: '市财政局' },
    example: {
      file: at.inspection,
      replace: '    units: [xuzhou]\n    channels: [xuzhou-jiaoyu]',
      by: '    units: [caizheng]\n    channels: [xuzhou-jiaoyu]',
    },
  },
  'indicator-of-another-area': {
    level: 'warning',
    means:
      '检查指标在目录里属于另一个领域，指标或领域总有一个录错了。没有检查对象（object）的领域，例如政务公开，不作判断。',
    args: { name: '链接无法访问', own: '政务新媒体', area: '政府网站' },
    example: {
      file: at.inspection,
      replace: '    indicators: [website-dead-link, account-name-mismatch]',
      by: '    indicators: [media-dead-link, account-name-mismatch]',
    },
  },
  'report-title-other-unit': {
    level: 'warning',
    means: '报告标题里是另一个单位的名称，多半放错了文件，或照搬了别处的标题。',
    args: { name: '市财政局', own: '叙州区', unit: 'xuzhou' },
    example: {
      file: 'data/self-inspections/2024-q2/xuzhou.yaml',
      replace: 'title: 叙州区2024年第二季度自查整改情况',
      by: 'title: 市财政局2024年第二季度自查整改情况',
      given: [
        {
          file: 'data/self-inspections/2024-q2/xuzhou.yaml',
          append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\n',
        },
      ],
    },
  },
  'follow-up-not-earlier': {
    level: 'error',
    means: 'follow_ups 写以往各期的问题，这里写了这一期自己的。',
    args: { id: '2024-q1-05', period: '2024年第一季度' },
    example: {
      file: at.inspection,
      replace: '  2023-q4-01: { rectified: yes, reported: yes }',
      by: '  2023-q4-01: { rectified: yes, reported: yes }\n  2024-q1-05: { rectified: yes, reported: yes }',
      given: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\nissues:\n  2023-q4-01:\n    area: openness\n    units: [xuzhou]\n    indicators: [annual-report-repeats]\n    severity: ordinary\n    counts_in_rate: false\n    text: 年度报告内容与往年雷同\n',
        },
        {
          file: at.inspection,
          append: '\nfollow_ups:\n  2023-q4-01: { rectified: yes, reported: yes }\n',
        },
      ],
    },
  },
  'unit-not-named': {
    level: 'error',
    means: '整改进展、上期问题的整改情况和单位说明，只能记在这个问题点名的单位名下。',
    args: { id: 'sanjiang', issue: '2024-q1-01', known: 'xinfang、shangwu、tuiyi-junren' },
    example: {
      name: 'data/rectifications/2024-q1-01/shangwu.yaml',
      by: 'data/rectifications/2024-q1-01/sanjiang.yaml',
      given: [
        {
          file: 'data/rectifications/2024-q1-01/shangwu.yaml',
          append: 'on: 2024-03-12\nstatement: 已重新编制年度报告\n',
        },
      ],
    },
  },
  'unit-not-named-near': {
    level: 'error',
    means: '单位编号与这个问题点名的一个单位只差一点，多半是拼错了。',
    args: { id: 'shangwuju', issue: '2024-q1-01', near: 'shangwu' },
    example: {
      file: at.inspection,
      replace: '      - { on: 2024-03-14, step: reported, units: [shangwu] }',
      by: '      - { on: 2024-03-14, step: reported, units: [shangwuju] }',
      given: [
        {
          file: at.inspection,
          replace: '    text: 2023年政府信息公开工作年度报告内容与往年雷同\n',
          by: '    text: 2023年政府信息公开工作年度报告内容与往年雷同\n    rectification:\n      - { on: 2024-03-14, step: reported, units: [shangwu] }\n',
        },
      ],
    },
  },
  'unit-not-named-at-all': {
    level: 'error',
    means: '通报没有写明单位的问题，不能替它认定单位，也就没有哪个单位的整改情况可记。',
    args: { id: 'xuzhou', issue: '2024-q1-03' },
    example: {
      name: 'data/rectifications/2024-q1-05/xuzhou.yaml',
      by: 'data/rectifications/2024-q1-03/xuzhou.yaml',
      given: [
        {
          file: 'data/rectifications/2024-q1-05/xuzhou.yaml',
          append: 'on: 2024-03-12\nstatement: 已更正并全面排查\n',
        },
      ],
    },
  },
  'order-without-period': {
    level: 'warning',
    means: '布置自查要写明是哪一期的自查，网站据此建立台账。',
    args: { id: 'self-inspection' },
    example: {
      file: 'data/inspections/2023-q4.yaml',
      replace:
        '    period: { id: 2024-q1, label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }\n    due: 2024-03-20',
      by: '    due: 2024-03-20',
      given: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\ndeadlines:\n  self-inspection:\n    what: self-inspection\n    title: 主动公开自查整改情况\n    who: all-units\n    period: { id: 2024-q1, label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }\n    due: 2024-03-20\n    deliverable: public\n',
        },
      ],
    },
  },
  'order-repeated': {
    level: 'warning',
    means: '同一期的自查布置了两次，台账只能按一份计算。',
    args: { period: '2024-q2', file: 'data/inspections/2023-q4.yaml' },
    example: {
      file: 'data/inspections/2023-q4.yaml',
      replace: 'id: 2024-q1, label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31',
      by: 'id: 2024-q2, label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30',
      given: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\ndeadlines:\n  self-inspection:\n    what: self-inspection\n    title: 主动公开自查整改情况\n    who: all-units\n    period: { id: 2024-q1, label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }\n    due: 2024-03-20\n    deliverable: public\n',
        },
      ],
    },
  },
  'report-not-owed': {
    level: 'warning',
    means: '收到了自查报告，而布置自查的文件没有要求这个单位。',
    args: { unit: '叙州区', period: '2024-q2', order: at.inspection },
    example: {
      file: at.inspection,
      replace: '    who: [xuzhou]',
      by: '    who: [cuiping]',
      given: [
        {
          file: at.report,
          append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\n',
        },
        { file: at.inspection, replace: '    who: all-units', by: '    who: [xuzhou]' },
      ],
    },
  },
  'looked-too-early': {
    level: 'warning',
    means: '期限没有过就核查，不能说明谁逾期；核查日期填期限之后实际看过的那一天。',
    args: { looked: '2024-06-03', last: '2024-06-06' },
    example: {
      file: at.register,
      replace: 'looked_on: 2024-06-11',
      by: 'looked_on: 2024-06-03',
      given: [{ file: at.register, append: 'looked_on: 2024-06-11\n' }],
    },
  },
  'report-without-order': {
    level: 'warning',
    means:
      '布置这一期自查的文件没有录入。报告照常有自己的页面，从单位的页面可以打开；没有要求，也就没有台账，不判断早晚。期的编号写错时也会这样提示。',
    args: { period: '2024-q3' },
    example: {
      name: at.report,
      by: 'data/self-inspections/2024-q3/xuzhou.yaml',
      given: [
        {
          file: at.report,
          append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\n',
        },
      ],
    },
  },
  'report-hidden-from-look': {
    level: 'error',
    means:
      '报告到 publish_on 那一天才出现在网站上。核查时它已经公开，网站却还没有它，台账就会冤枉这个单位。',
    args: { looked: '2024-06-11', day: '2024-06-20' },
    example: {
      file: at.report,
      replace: 'publish_on: 2024-06-11',
      by: 'publish_on: 2024-06-20',
      given: [
        { file: at.register, append: 'looked_on: 2024-06-11\n' },
        {
          file: at.report,
          append:
            'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\npublish_on: 2024-06-11\n',
        },
      ],
    },
  },
  'exempt-and-published': {
    level: 'warning',
    means: '一个单位不会既免于公开、又已经公开。',
    args: { unit: 'xuzhou' },
    example: {
      file: at.register,
      replace: '  sanjiang: 机构已经撤并',
      by: '  xuzhou: 机构已经撤并',
      given: [
        {
          file: at.report,
          append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\n',
        },
        { file: at.register, append: 'exempt:\n  sanjiang: 机构已经撤并\n' },
      ],
    },
  },
  'published-early': {
    level: 'warning',
    means: '自查报告的公开日期比自查的那一期还早，多半是年份录错了。',
    args: { published: '2023-06-03', start: '2024-04-01' },
    example: {
      file: at.report,
      replace: 'published: 2024-06-03',
      by: 'published: 2023-06-03',
      given: [
        {
          file: at.report,
          append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\n',
        },
      ],
    },
  },
} as const satisfies Explanations
