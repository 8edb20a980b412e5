import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const references = {
  'unit-unknown': {
    level: 'error',
    means: '提到的单位没有登记。先在 data/units.yaml 里登记，再引用。',
    args: { id: 'shizhengfu-bangongshi' },
    example: {
      file: at.inspection,
      replace: '    units: [xuzhou]',
      by: '    units: [shizhengfu-bangongshi]',
    },
  },
  'unit-unknown-near': {
    level: 'error',
    means: '编号与一个已登记的单位只差一点，多半是拼错了。',
    args: { id: 'xuzou', near: 'xuzhou' },
    example: { file: at.inspection, replace: '    units: [xuzhou]', by: '    units: [xuzou]' },
  },
  'channel-unknown': {
    level: 'error',
    means: '提到的网站或账号没有登记。先在 data/channels.yaml 里登记，再引用。',
    args: { id: 'xuzhou-edu' },
    example: {
      file: at.inspection,
      replace: '    channels: [xuzhou-jiaoyu]',
      by: '    channels: [xuzhou-edu]',
    },
  },
  'catalogue-unknown': {
    level: 'error',
    means: '一个指标目录写明替代另一个目录，而那个目录不存在。目录的名字就是文件名。',
    args: { id: 'national-2018', known: 'national-2019' },
    example: {
      file: 'data/indicators/named-problems.yaml',
      replace: '\nindicators:\n',
      by: '\nreplaces: national-2018\nindicators:\n',
    },
  },
  circle: {
    level: 'error',
    means:
      '单位的更名或并入（became）、指标目录的替代（replaces）首尾相接，看不出哪一个是现在的。多半是有一处写反了。',
    args: { round: 'named-problems→named-problems' },
    example: {
      file: 'data/indicators/named-problems.yaml',
      replace: '\nindicators:\n',
      by: '\nreplaces: named-problems\nindicators:\n',
    },
  },
  'indicator-unknown': {
    level: 'error',
    means: '提到的检查指标没有登记。先在 data/indicators 的目录里登记，再引用。',
    args: { id: 'column-name' },
    example: {
      file: at.inspection,
      replace: '    indicators: [column-name-mismatch]',
      by: '    indicators: [column-name]',
    },
  },
  'area-unknown': {
    level: 'error',
    means: '检查领域先在 data/site.yaml 的 areas 里定义，再使用。',
    args: { id: 'portals', known: 'openness、websites、media、messages' },
    example: {
      file: at.inspection,
      replace: '    areas: [openness, websites, media]',
      by: '    areas: [openness, portals, media]',
    },
  },
  'tier-unknown': {
    level: 'error',
    means: '单位层级先在 data/site.yaml 的 tiers 里定义，再使用。',
    args: { id: 'xian', known: 'zone、county、department' },
    example: {
      file: at.units,
      replace: '  gaoxian: { name: 高县, tier: county }',
      by: '  gaoxian: { name: 高县, tier: xian }',
    },
  },
  'platform-unknown': {
    level: 'error',
    means: '平台先在 data/site.yaml 的 platforms 里定义；同一平台的其他叫法写在它右边的列表里。',
    args: { name: '公众号', known: '政府网站、微信公众号' },
    example: {
      file: at.channels,
      replace: '  xuzhou-jiaoyu: { platform: 微信公众号, name: 叙州教育, unit: xuzhou }',
      by: '  xuzhou-jiaoyu: { platform: 公众号, name: 叙州教育, unit: xuzhou }',
    },
  },
  'appendix-unknown': {
    level: 'error',
    means: '期限的对象写了附件，而这一期的 appendices 里没有这个附件。',
    args: { id: 'list' },
    example: {
      file: at.inspection,
      replace: '    who: { appendix: prominent }',
      by: '    who: { appendix: list }',
    },
  },
  'reference-not-appendix': {
    level: 'error',
    means: 'Appendix 标签只能引用附件，引用了别的数据。',
    args: { path: 'areas.media' },
    example: {
      file: at.bulletin,
      replace: '<Appendix of="appendices.prominent" />',
      by: '<Appendix of="areas.media" />',
    },
  },
  'reference-unknown': {
    level: 'error',
    means: '通报正文或附件表里写的位置，数据里没有。提示写明走到哪一段为止是对的，从下一段改起。',
    args: { path: 'areas.media.tally.totl', known: 'areas.media.tally' },
    example: {
      file: at.bulletin,
      replace: '全市政务新媒体账号共计<Value of="areas.media.tally.total" />个',
      by: '全市政务新媒体账号共计<Value of="areas.media.tally.totl" />个',
    },
  },
  'reference-not-value': {
    level: 'error',
    means: '引用停在了一组数据上。要写到一个数、一个日期或一段文字为止。',
    args: { path: 'areas.media' },
    example: {
      file: at.bulletin,
      replace: '<Value of="areas.media.tally.total" />个，其中',
      by: '<Value of="areas.media" />个，其中',
    },
  },
  'reference-unknown-start': {
    level: 'error',
    means: '引用的第一段就不对，数据里没有以它开头的内容。',
    args: { path: 'appendix.prominent.title' },
    example: {
      file: at.bulletin,
      replace: '附件：<Value of="appendices.prominent.title" />',
      by: '附件：<Value of="appendix.prominent.title" />',
    },
  },
  'bulletin-without-inspection': {
    level: 'error',
    means: '通报和检查数据的文件名要相同，程序靠它对应。',
    args: { id: '2024-q2' },
    example: { name: at.bulletin, by: 'content/bulletins/2024-q2.mdx' },
  },
  'duplicate-id': {
    level: 'error',
    means: '问题和检查指标的编号在全站只能用一次，别的文件已经用过。',
    args: { id: 'media-dead-link', file: 'data/indicators/named-problems.yaml' },
    example: {
      file: 'data/indicators/yibin.yaml',
      replace: '  media-silent:',
      by: '  media-dead-link:',
      given: [
        {
          file: 'data/indicators/yibin.yaml',
          append:
            'title: 本市检查指标\nsource: 本市考核细则\nindicators:\n  media-silent: { name: 长期不更新, area: media, kind: ordinary, verified: true }\n',
        },
      ],
    },
  },
  'duplicate-channel': {
    level: 'error',
    means: '平台和名称都相同就是同一个账号，不能登记成两个。',
    args: { platform: '微信公众号', name: '宜宾统计', id: 'yibin-tongji' },
    example: {
      file: at.channels,
      replace: '  changning-jiaojing: { platform: 微信公众号, name: 长宁交警, unit: not-stated }',
      by: '  changning-jiaojing: { platform: 微信公众号, name: 宜宾统计, unit: not-stated }',
    },
  },
  'name-almost-known': {
    level: 'warning',
    means: '表格里手工输入的单位与名录里的只差“市”“县”之类的字，可能是同一个；页面不会给它加链接。',
    args: { name: '财政局', near: '市财政局', id: 'caizheng' },
    example: {
      file: at.inspection,
      replace: '        - { of: units.xuzhou }',
      by: '        - 财政局',
    },
  },
  'duty-unit-typed': {
    level: 'warning',
    means:
      '期限写给“附件所列的单位”的，程序按附件里用 { of: units.… } 取出的单位计算。这里的单位在名录里，却是手工输入的，它的页面、期限提醒里都不会有这一项。',
    args: { name: '叙州区', id: 'xuzhou', title: '书面报送突出问题整改情况' },
    example: {
      file: at.inspection,
      replace: '        - { of: units.xuzhou }',
      by: '        - 叙州区',
    },
  },
  'duplicate-in-list': {
    level: 'error',
    means: '同一个列表里写了两次，会被重复计算。',
    args: { id: 'xinfang' },
    example: {
      file: at.inspection,
      replace: '    units: [xinfang, shangwu, tuiyi-junren]',
      by: '    units: [xinfang, shangwu, xinfang]',
    },
  },
  'issue-id-period': {
    level: 'error',
    means: '问题编号以所在期的编号开头，这样全站不会重复。',
    args: { id: '2024-q2-01', period: '2024-q1' },
    example: {
      file: at.inspection,
      replace: '  2024-q1-08:',
      by: '  2024-q2-01:',
      given: [
        {
          file: at.inspection,
          replace: '\ndeadlines:\n',
          by: '  2024-q1-08:\n    area: media\n    units: not-stated\n    indicators: [media-dead-link]\n    severity: ordinary\n    counts_in_rate: false\n    text: 链接无法访问\n\ndeadlines:\n',
        },
      ],
    },
  },
  'channel-unknown-near': {
    level: 'error',
    means: '编号与一个已登记的网站或账号只差一点，多半是拼错了。',
    args: { id: 'yibin-tongj', near: 'yibin-tongji' },
    example: {
      file: at.inspection,
      replace: '    channels: [yibin-tongji]',
      by: '    channels: [yibin-tongj]',
    },
  },
  'indicator-unknown-near': {
    level: 'error',
    means: '编号与一个已登记的检查指标只差一点，多半是拼错了。',
    args: { id: 'media-dead-links', near: 'media-dead-link' },
    example: {
      file: at.inspection,
      replace: '    indicators: [media-dead-link]',
      by: '    indicators: [media-dead-links]',
    },
  },
  'area-unknown-near': {
    level: 'error',
    means: '编号与一个已定义的检查领域只差一点，多半是拼错了。',
    args: { id: 'website', near: 'websites' },
    example: {
      file: at.inspection,
      replace: '    areas: [openness, websites, media]',
      by: '    areas: [openness, website, media]',
    },
  },
  'tier-unknown-near': {
    level: 'error',
    means: '编号与一个已定义的层级只差一点，多半是拼错了。',
    args: { id: 'country', near: 'county' },
    example: {
      file: at.units,
      replace: '  gaoxian: { name: 高县, tier: county }',
      by: '  gaoxian: { name: 高县, tier: country }',
    },
  },
  'platform-unknown-near': {
    level: 'error',
    means: '名称与一个已定义的平台只差一点，多半是写错了。',
    args: { name: '微信公众好', near: '微信公众号' },
    example: {
      file: at.channels,
      replace: '  xuzhou-jiaoyu: { platform: 微信公众号, name: 叙州教育, unit: xuzhou }',
      by: '  xuzhou-jiaoyu: { platform: 微信公众好, name: 叙州教育, unit: xuzhou }',
    },
  },
  'appendix-unknown-near': {
    level: 'error',
    means: '编号与一个附件只差一点，多半是拼错了。',
    args: { id: 'prominant', near: 'prominent' },
    example: {
      file: at.inspection,
      replace: '    who: { appendix: prominent }',
      by: '    who: { appendix: prominant }',
    },
  },
  'issue-unknown': {
    level: 'error',
    means: 'follow_ups 左边写的问题，以往各期都没有。',
    args: { id: '2018-q3-25' },
    example: {
      file: at.inspection,
      replace: '  2023-q4-01: { rectified: yes, reported: yes }',
      by: '  2023-q4-01: { rectified: yes, reported: yes }\n  2018-q3-25: { rectified: yes, reported: yes }',
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
  'issue-unknown-near': {
    level: 'error',
    means: '编号与以往的一个问题只差一点，多半是拼错了。',
    args: { id: '2023-q4-2', near: '2023-q4-02' },
    example: {
      file: at.inspection,
      replace: '  2023-q4-02: { rectified: yes, reported: yes }',
      by: '  2023-q4-2: { rectified: yes, reported: yes }',
      given: [
        {
          file: 'data/inspections/2023-q4.yaml',
          append:
            'period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }\nissuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23\nareas:\n  openness: {}\nissues:\n  2023-q4-01:\n    area: openness\n    units: [xuzhou]\n    indicators: [annual-report-repeats]\n    severity: ordinary\n    counts_in_rate: false\n    text: 年度报告内容与往年雷同\n  2023-q4-02:\n    area: openness\n    units: not-stated\n    indicators: [annual-report-repeats]\n    severity: ordinary\n    counts_in_rate: false\n    text: 内容更新不及时\n    rectification:\n      - { on: 2024-01-10, step: closed }\n',
        },
        {
          file: at.inspection,
          append:
            '\nfollow_ups:\n  2023-q4-01: { rectified: yes, reported: yes }\n  2023-q4-02: { rectified: yes, reported: yes }\n',
        },
      ],
    },
  },
  'duplicate-name': {
    level: 'either',
    means:
      '两个单位用同一个名称，网页上分不开；全角半角、字母大小写的不同不算。同一层级的是错误，不同层级的只提醒。更名后又用回原名的不算。',
    args: { name: '市商务局', other: '市商务局', id: 'shangwu' },
    example: {
      file: at.units,
      replace: '  caizheng: { name: 市财政局, tier: department }',
      by: '  caizheng: { name: 市商务局, tier: department }',
    },
  },
  'names-alike': {
    level: 'warning',
    means: '两个名称只差一点，可能是同一个单位或账号登记了两次。',
    args: { name: '宜宾统汁', other: '宜宾统计', id: 'yibin-tongji' },
    example: {
      file: at.channels,
      replace: '  changning-jiaojing: { platform: 微信公众号, name: 长宁交警, unit: not-stated }',
      by: '  changning-jiaojing: { platform: 微信公众号, name: 宜宾统汁, unit: not-stated }',
    },
  },
} as const satisfies Explanations
