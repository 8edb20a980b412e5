import { expect, test } from 'vitest'
import { groupView } from '#model/area.ts'
import { indexDataset, type Dataset, type Inspection } from '#model/dataset.ts'
import { registerOf } from '#model/register.ts'
import { loadChecked } from '#build/load-checked.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { folderOf } from '../support/folder.ts'

/** The records that every document of these tests may refer to. */
const shared = {
  'data/site.yaml': `
format: 2
name: 各地文件
place: 各地
official: false
registration: not-applicable
time_zone: Asia/Shanghai
rate_decimals: 2
areas:
  websites: { name: 政府网站 }
  media: { name: 政务新媒体 }
  messages: { name: 网民留言 }
  disclosure: { name: 信息公开平台 }
  reposts: { name: 转载 }
  security: { name: 安全防护 }
  practice: { name: 典型经验 }
  answer-speed: { name: 答复时效测试 }
tiers: { department: 部门 }
platforms:
  微信公众号: [微信]
  微信订阅号: [订阅号]
  移动客户端: [APP]
  微博: [政务微博]
  其他: []
`,
  'data/units.yaml': `
roster: partial
units:
  jia: { name: 甲局, tier: department }
  yi: { name: 乙局, tier: department }
`,
  'data/channels.yaml': `
channels:
  jia-weibo: { platform: 微博, name: 甲局, unit: jia }
  jia-weixin: { platform: 微信, name: 甲局, unit: jia }
  yi-weixin: { platform: 微信, name: 乙局, unit: yi }
`,
  'data/indicators/local.yaml': `
title: 本地指标
source: 本地文件
indicators:
  stale:
    name: 内容不更新
    area: media
    kind: veto
    thresholds: { 没有更新: { value: 10, unit: 天 } }
    verified: false
  unfiled: { name: 未备案, area: media, kind: ordinary, verified: false }
  advertising: { name: 商业广告, area: media, kind: ordinary, verified: false }
  wording: { name: 错误表述, area: websites, kind: ordinary, verified: false }
`,
  'content/bulletins/2024-q1.mdx': '# 标题\n\n正文。\n',
}

const head = {
  period: '{ label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }',
  issuer: '某市人民政府办公室',
  published_here: '2024-04-10',
  areas: '{}',
}

/** A text with the mandatory fields that it lacks. */
const completed = (text: string, fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields).reduce(
    (all, [key, value]) =>
      new RegExp(`^${key}:`, 'm').test(all) ? all : `${all}\n${key}: ${value}\n`,
    text,
  )

/** Reads files and fails when one has an error. */
function read(files: Readonly<Record<string, string>>): Dataset {
  const first = completed('', head)
  const folder = folderOf({ ...shared, 'data/inspections/2024-q1.yaml': first, ...files })
  const { dataset, problems } = loadChecked({
    data: `${folder}/data`,
    content: `${folder}/content`,
  })
  const errors = problems.filter(({ level }) => level === 'error')
  expect(errors.map(({ code, position }) => `${code} ${position?.text ?? ''}`)).toEqual([])
  if (dataset === null) throw new Error('there is no data')
  return dataset
}

/** One published document. */
function document(text: string): Inspection {
  const dataset = read({ 'data/inspections/2024-q1.yaml': completed(text, head) })
  const [inspection] = dataset.inspections
  if (inspection === undefined) throw new Error('there is no inspection')
  return inspection
}

/** One block of figures of a published document. */
const area = (id: string, text: string): Inspection['areas'][string] => {
  const indented = text.replaceAll('\n', '\n    ')
  return document(`areas:\n  ${id}:\n    ${indented.trim()}\n`).areas[id] ?? {}
}

const order = `
deadlines:
  report:
    what: self-inspection
    title: 公开自查情况
    who: [jia, yi]
    period: { id: 2024-q2, label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 }
    due: 2024-06-06
    deliverable: public
`

/** A unit's own report, with the order to publish it. */
function reportIn(text: string): { dataset: Dataset; report: SelfInspection } {
  const dataset = read({
    'data/inspections/2024-q1.yaml': completed(order, head),
    'data/self-inspections/2024-q2/jia.yaml': completed(text, {
      title: '自查报告',
      published: '2024-06-01',
    }),
  })
  const report = dataset.selfInspections['2024-q2']?.['jia']
  if (report === undefined) throw new Error('there is no report')
  return { dataset, report }
}

test('1. a period is any span, with its printed label and the number of its batch', () => {
  const { period } = document(
    'period: { label: 2023年第三季度第一批, start: 2023-07-01, end: 2023-07-31, batch: 1 }',
  )
  expect(period).toMatchObject({ label: '2023年第三季度第一批', end: '2023-07-31', batch: 1 })
})

test('2. a half-year has ranks, although its pass rate covers only the second quarter', () => {
  const { period, areas } = document(`
period: { label: 上半年, start: 2023-01-01, end: 2023-06-30 }
areas:
  websites:
    window: { label: 第二季度, start: 2023-04-01, end: 2023-06-30 }
    tally: { checked: 858 }
    rates: { passed: { stated: "99.53%" } }
`)
  expect({ period, ...areas['websites'] }).toMatchObject({
    period: { start: '2023-01-01' },
    window: { start: '2023-04-01' },
    tally: { checked: 858 },
    rates: { passed: { stated: '99.53%' } },
  })
})

test('3. every block has its own window, which may cross the year', () => {
  const { areas } = document(`
period: { label: 2020年第四季度, start: 2020-10-01, end: 2020-12-31 }
areas:
  websites: { window: { start: 2020-10-10, end: 2020-11-18 } }
  media: { window: { start: 2020-11-06, end: 2020-11-18 } }
  disclosure: { window: { start: 2020-11-17, end: 2020-11-18 } }
  messages: { window: { start: 2021-12-20, end: 2022-03-20 } }
`)
  expect(Object.values(areas).map(({ window }) => [window?.start, window?.end])).toEqual([
    ['2020-10-10', '2020-11-18'],
    ['2020-11-06', '2020-11-18'],
    ['2020-11-17', '2020-11-18'],
    ['2021-12-20', '2022-03-20'],
  ])
})

test('4. a document may be published before it is signed, and both before the period ends', () => {
  const { document: facts } = document(`
period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }
document: { published: 2023-11-13, issued: 2023-11-15 }
`)
  expect(facts).toEqual({ published: '2023-11-13', issued: '2023-11-15' })
})

test('5. of several rounds in a quarter, one sets the rate', () => {
  const { rounds } = area(
    'media',
    `
rounds:
  10月: { tally: { failed: 12 } }
  11月: { tally: { failed: 4 } }
  12月: { tally: { checked: 461, failed: 24 }, rates: { passed: { stated: "95.0%" } }, sets_rate: true }
`,
  )
  expect(rounds).toMatchObject({
    '10月': { tally: { failed: 12 } },
    '11月': { tally: { failed: 4 } },
    '12月': { tally: { failed: 24 }, sets_rate: true },
  })
})

test('6. an inspection may be a letter without a year in its title', () => {
  const { document: facts } = document('document: { type: 函, title: 关于检查情况的函 }')
  expect(facts).toEqual({ type: '函', title: '关于检查情况的函' })
})

test('6. a self-inspection may call itself a bulletin', () => {
  const { report } = reportIn('title: 宁化县2023年第三季度检查情况的通报')
  expect(report.title).toBe('宁化县2023年第三季度检查情况的通报')
})

test('7. two bodies may issue together', () => {
  const { issuer, joint_issuers } = document(`
issuer: 咸阳市人民政府办公室
joint_issuers: [咸阳市数据局]
`)
  expect([issuer, joint_issuers]).toEqual(['咸阳市人民政府办公室', ['咸阳市数据局']])
})

test('8. what is inspected is an open list: reposting, security, best practice', () => {
  const { areas } = document(`
areas:
  reposts: { tally: { checked: 127 }, rates: { 转载率: { stated: "96.9%" } } }
  security: {}
  practice: {}
`)
  expect(areas).toMatchObject({
    reposts: { tally: { checked: 127 }, rates: { 转载率: { stated: '96.9%' } } },
    security: {},
    practice: {},
  })
})

test('9. a website may be a channel of one, with a rate for each kind', () => {
  const sites = area(
    'websites',
    `
object: 网站（频道）
tally: { total: 49 }
splits:
  类别:
    of: total
    parts:
      县（区）: { rates: { passed: { stated: "71.4%" } } }
      部门频道: { rates: { passed: { stated: "61.0%" } } }
`,
  )
  expect(sites).toMatchObject({
    object: '网站（频道）',
    tally: { total: 49 },
    splits: {
      类别: {
        parts: {
          '县（区）': { rates: { passed: { stated: '71.4%' } } },
          部门频道: { rates: { passed: { stated: '61.0%' } } },
        },
      },
    },
  })
})

test('10. a document has as many tiers as it prints', () => {
  const { splits } = area(
    'websites',
    `
tally: { total: 434 }
splits:
  tier: { of: total, parts: { 一: 1, 二: 93, 三: 9, 四: 238, 五: 88, 六: 5 } }
`,
  )
  expect(Object.values(splits?.['tier']?.parts ?? {})).toEqual([1, 93, 9, 238, 88, 5])
})

test('11. one total is split by tier and by platform', () => {
  const { tally, splits } = area(
    'media',
    `
tally: { total: 3086 }
splits:
  tier: { of: total, parts: { 省级: 118, 市级: 1170, 县级: 1798 } }
  platform: { of: total, parts: { 微信: 2181, 微博: 434, 客户端: 47, 其他: 424 } }
`,
  )
  expect([tally, splits?.['tier']?.parts, splits?.['platform']?.parts]).toEqual([
    { total: 3086 },
    { 省级: 118, 市级: 1170, 县级: 1798 },
    { 微信: 2181, 微博: 434, 客户端: 47, 其他: 424 },
  ])
})

test('12. platforms are an open list', () => {
  const { splits } = area(
    'media',
    `
tally: { total: 46 }
splits:
  platform: { of: total, parts: { 订阅号: 33, 视频号: 5, 微博: 4, 抖音: 1, 头条: 2, 小程序: 1 } }
`,
  )
  expect(splits?.['platform']?.parts).toEqual({
    订阅号: 33,
    视频号: 5,
    微博: 4,
    抖音: 1,
    头条: 2,
    小程序: 1,
  })
})

test('13. an account is a platform and a name: one office fails on both of its accounts', () => {
  const { areas, issues } = document(`
areas:
  media:
    tally: { failed: 23 }
    splits: { platform: { of: failed, parts: { 微博: 7, 微信: 16 } } }
issues:
  2024-q1-01:
    area: media
    units: [jia]
    exhaustive: false
    channels: [jia-weibo, jia-weixin]
    indicators: [stale]
    severity: veto
    counts_in_rate: true
    text: 内容不更新
`)
  expect({ ...areas['media'], ...issues?.['2024-q1-01'] }).toMatchObject({
    splits: { platform: { parts: { 微博: 7, 微信: 16 } } },
    channels: ['jia-weibo', 'jia-weixin'],
  })
})

test('14. total and checked are two numbers, and the sample has its method', () => {
  const media = area(
    'media',
    `
coverage: sample
method: 新备案账号和上季度有问题的账号
tally: { total: 480, running: not-stated, checked: 238 }
`,
  )
  expect(media).toMatchObject({
    method: '新备案账号和上季度有问题的账号',
    tally: { total: 480, running: 'not-stated', checked: 238 },
  })
})

test('15. the failed may be a range, a rate an inequality, an outcome only words', () => {
  const { areas } = document(`
areas:
  media: { tally: { checked: 612, failed: { at_least: 4, at_most: 9 } }, rates: { passed: { stated: "99%" } } }
  websites: { tally: { passed: { stated: 全部合格 } }, rates: { passed: { stated: 低于70% } } }
`)
  expect(areas).toMatchObject({
    media: { tally: { failed: { at_least: 4, at_most: 9 } }, rates: { passed: { stated: '99%' } } },
    websites: {
      tally: { passed: { stated: '全部合格' } },
      rates: { passed: { stated: '低于70%' } },
    },
  })
})

test('16. the denominator of a rate is stored: half of 3316 accounts were checked', () => {
  const media = area(
    'media',
    `
tally: { total: 3316, failed: 5 }
rates: { passed: { stated: "99.70%", numerator: 1653, denominator: 1658 } }
`,
  )
  expect(media).toMatchObject({
    tally: { total: 3316, failed: 5 },
    rates: { passed: { stated: '99.70%', numerator: 1653, denominator: 1658 } },
  })
})

test('17. there are more outcomes than passed and failed', () => {
  const { areas } = document(`
areas:
  websites:
    tally: { checked: 49 }
    splits: { outcome: { of: checked, parts: { 合格: 45, 基本合格: 4 } } }
  media:
    figures: { 注销未报备: { value: 11, unit: 个 } }
`)
  expect(areas).toMatchObject({
    websites: { splits: { outcome: { parts: { 合格: 45, 基本合格: 4 } } } },
    media: { figures: { 注销未报备: { value: 11 } } },
  })
})

test('18. a printed status and its effect on the rate are separate', () => {
  const { areas, issues } = document(`
areas:
  media:
    tally: { checked: 293, failed: 6 }
    rates: { passed: { stated: "97.95%" } }
    splits:
      outcome: { of: checked, parts: { 不合格: 6, 存在突出问题: 4 }, exhaustive: false }
issues:
  2024-q1-01:
    area: media
    units: not-stated
    indicators: [stale]
    printed_status: 存在突出问题
    severity: ordinary
    counts_in_rate: false
    text: 更新不及时
`)
  expect({ ...areas['media'], ...issues?.['2024-q1-01'] }).toMatchObject({
    tally: { checked: 293, failed: 6 },
    splits: { outcome: { parts: { 不合格: 6, 存在突出问题: 4 } } },
    printed_status: '存在突出问题',
    counts_in_rate: false,
  })
})

test('19. an account that was not checked may be named', () => {
  const { areas, issues } = document(`
areas:
  media: { tally: { checked: 149 } }
issues:
  2024-q1-01:
    area: media
    units: [yi]
    channels: [yi-weixin]
    indicators: [unfiled]
    severity: ordinary
    counts_in_rate: false
    text: 账号未备案
`)
  expect({ ...areas['media'], ...issues?.['2024-q1-01'] }).toMatchObject({
    tally: { checked: 149 },
    channels: ['yi-weixin'],
    counts_in_rate: false,
  })
})

test('20. a score has its own full mark, and no rate', () => {
  const { splits } = area(
    'websites',
    `
splits:
  tier:
    of: checked
    parts:
      区: { tally: { checked: 16 }, figures: { 平均得分: { value: 111.22, full: 130, unit: 分 } } }
      部门: { tally: { checked: 56 }, figures: { 平均得分: { value: 94.92, full: 100, unit: 分 } } }
`,
  )
  expect(splits?.['tier']?.parts).toMatchObject({
    区: { tally: { checked: 16 }, figures: { 平均得分: { value: 111.22, full: 130 } } },
    部门: { tally: { checked: 56 }, figures: { 平均得分: { value: 94.92, full: 100 } } },
  })
})

test('20. a score is the sum of its parts, and two may share a rank', () => {
  const { figures } = area(
    'websites',
    `
figures:
  甲区得分: { value: 96, full: 100, unit: 分, rank: 3, parts: { 基础分: 95, 加分: 3, 扣分: -2 } }
  乙区得分: { value: 96, full: 100, unit: 分, rank: 3 }
`,
  )
  expect(figures).toMatchObject({
    甲区得分: { rank: 3, parts: { 基础分: 95, 加分: 3, 扣分: -2 } },
    乙区得分: { rank: 3 },
  })
})

test('21. a block has several rates, one after rectification', () => {
  const { rates } = area(
    'websites',
    `
rates:
  passed: { stated: "93.40%" }
  整改后合格率: { stated: "99.05%" }
`,
  )
  expect(rates).toEqual({ passed: { stated: '93.40%' }, 整改后合格率: { stated: '99.05%' } })
})

test('22. the number of places at 100% is a figure', () => {
  const { areas } = document(`
areas:
  websites: { figures: { 合格率达到100%的市（地）: { value: 8, unit: 个 } } }
  media: { figures: { 合格率达到100%的市（地）: { value: 5, unit: 个 } } }
`)
  const key = '合格率达到100%的市（地）'
  expect(areas).toMatchObject({
    websites: { figures: { [key]: { value: 8 } } },
    media: { figures: { [key]: { value: 5 } } },
  })
})

test('23. a comparison has its base, its unit and its printed form', () => {
  const { rates } = area(
    'websites',
    `
rates:
  passed:
    stated: "94.75%"
    changes: [{ base: 去年同期, direction: down, value: 1.12, unit: 个百分点, stated: 下降1.12% }]
`,
  )
  expect(rates?.['passed']?.changes).toEqual([
    { base: '去年同期', direction: 'down', value: 1.12, unit: '个百分点', stated: '下降1.12%' },
  ])
})

test('24. a printed percentage keeps its trailing zero', () => {
  const { rates } = area('websites', 'rates: { passed: { stated: "93.40%" } }')
  expect(rates?.['passed']?.stated).toBe('93.40%')
})

test('25. zero is a count, and no cases give no rate', () => {
  const messages = area('messages', 'tally: { received: 0, closed: 0 }\nrates: { closed: {} }')
  expect([messages.tally, groupView(messages, 2).rates[0]]).toMatchObject([
    { received: 0, closed: 0 },
    { computed: null, text: null },
  ])
})

test('26. parts that overlap or end in "and others" need not add up', () => {
  const { figures } = area(
    'disclosure',
    'figures: { 发布信息: { value: 1137, unit: 条, parts: { 所列各类: 531 }, exhaustive: false } }',
  )
  expect(figures?.['发布信息']).toMatchObject({ value: 1137, parts: { 所列各类: 531 } })
})

test('27. a number keeps its magnitude, its unit and its "about"', () => {
  const { figures } = area(
    'media',
    `
figures:
  阅读量: { value: 6152, unit: 万次, approximate: true }
  播放量: { above: 2, unit: 亿次 }
`,
  )
  expect(figures).toEqual({
    阅读量: { value: 6152, unit: '万次', approximate: true },
    播放量: { above: 2, unit: '亿次' },
  })
})

test('28. messages are received, closed and open, each by channel', () => {
  const { tally, splits } = area(
    'messages',
    `
tally: { received: 604, closed: 580, open: 24 }
rates: { closed: { stated: "96.03%" } }
splits:
  channel:
    of: received
    parts:
      甲: { tally: { received: 72, closed: 70, open: 2 } }
      乙: { tally: { received: 519, closed: 498, open: 21 } }
      丙: { tally: { received: 13, closed: 12, open: 1 } }
`,
  )
  expect([tally, splits?.['channel']?.parts]).toEqual([
    { received: 604, closed: 580, open: 24 },
    {
      甲: { tally: { received: 72, closed: 70, open: 2 } },
      乙: { tally: { received: 519, closed: 498, open: 21 } },
      丙: { tally: { received: 13, closed: 12, open: 1 } },
    },
  ])
})

test('29. a test of the speed of answers has its own sample', () => {
  const speed = area(
    'answer-speed',
    'object: 门户网站\ntally: { checked: 136 }\nfigures: { 一个工作日内答复: { value: 61, unit: 家 } }',
  )
  expect(speed).toMatchObject({
    tally: { checked: 136 },
    figures: { 一个工作日内答复: { value: 61 } },
  })
})

test('30. accounts are opened, filed again, closed and found twice', () => {
  const media = area(
    'media',
    `
tally: { total: 782 }
figures: { 新增: 21, 重新备案: 23, 关停: 18, 去重: 3 }
`,
  )
  expect(media).toEqual({
    tally: { total: 782 },
    figures: { 新增: 21, 重新备案: 23, 关停: 18, 去重: 3 },
  })
})

test('31. a city has its own limit of freshness: 10 days', () => {
  const { catalogues } = read({})
  expect(catalogues['local']?.indicators['stale']?.thresholds).toEqual({
    没有更新: { value: 10, unit: '天' },
  })
})

test('32. an account has several problems, and what is counted may be errors', () => {
  const { issues } = document(`
areas: { websites: {}, media: {} }
issues:
  2024-q1-01:
    area: websites
    units: not-stated
    indicators: [wording]
    severity: ordinary
    counts_in_rate: false
    text: 表述不规范
    figures: { 错误表述: { value: 332, unit: 处 }, 涉及部门: 42, 已整改: { value: 312, unit: 处 } }
  2024-q1-02:
    area: media
    units: [yi]
    channels: [yi-weixin]
    indicators: [unfiled, advertising]
    severity: ordinary
    counts_in_rate: false
    text: 未备案，有商业广告
`)
  expect(issues).toMatchObject({
    '2024-q1-01': {
      figures: { 错误表述: { value: 332, unit: '处' }, 涉及部门: 42, 已整改: { value: 312 } },
    },
    '2024-q1-02': { indicators: ['unfiled', 'advertising'] },
  })
})

test('33. an appendix has any columns, and may list those that passed', () => {
  const { appendices } = document(`
appendices:
  sites:
    title: 网站检查情况
    columns: [网站标识码, 网址, 是否合格]
    rows:
      - ["4205000001", www.example.gov.cn, 合格]
      - ["4205000002", b.example.gov.cn, 合格]
  media:
    title: 政务新媒体检查情况
    columns: [责任单位（账号名称）, 运行总数, 检查数, 不合格数, 合格率]
    rows: [[甲局, 3, 3, 0, "100%"]]
`)
  expect(appendices).toMatchObject({
    sites: { columns: ['网站标识码', '网址', '是否合格'], rows: { length: 2 } },
    media: { rows: [['甲局', 3, 3, 0, '100%']] },
  })
})

test('34. a deadline has a time of day, a form and a recipient', () => {
  const { deadlines } = document(`
deadlines:
  report:
    what: rectification-report
    title: 报送整改情况
    who: all-units
    due: 2025-04-16
    time: "12:00"
    deliverable: electronic
    to: 区政府办公室
`)
  expect(deadlines?.['report']).toMatchObject({
    due: '2025-04-16',
    time: '12:00',
    deliverable: 'electronic',
    to: '区政府办公室',
  })
})

test('35. a later document can say of each earlier issue that it is rectified but not reported', () => {
  const dataset = read({
    'data/inspections/2024-q1.yaml': completed(
      `
areas: { media: {} }
issues:
  2024-q1-01:
    area: media
    units: [jia]
    indicators: [stale]
    severity: veto
    counts_in_rate: true
    text: 内容不更新
`,
      head,
    ),
    'data/inspections/2024-q2.yaml': completed(
      `
period: { label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 }
areas:
  media: { figures: { 上期问题账号: { value: 23, unit: 个 }, 仍未更新: { value: 7, unit: 个 } } }
follow_ups:
  2024-q1-01: { rectified: yes, reported: no }
`
        .replace('yes', '"yes"')
        .replace('no }', '"no" }'),
      head,
    ),
  })
  expect(dataset.inspections[1]).toMatchObject({
    areas: { media: { figures: { 上期问题账号: { value: 23 }, 仍未更新: { value: 7 } } } },
    follow_ups: { '2024-q1-01': { rectified: 'yes', reported: 'no' } },
  })
})

test('36. people who were held to account are counted by kind', () => {
  const { figures } = document(`
figures:
  问责: { value: 300, unit: 人, parts: { 甲类: 190, 乙类: 32, 丙类: 68, 丁类: 7, 戊类: 2, 己类: 1 } }
`)
  expect(figures?.['问责']).toMatchObject({
    value: 300,
    parts: { 甲类: 190, 乙类: 32, 丙类: 68, 丁类: 7, 戊类: 2, 己类: 1 },
  })
})

test('37. a report without a figure and without a problem counts as published', () => {
  const { dataset } = reportIn('title: 自查情况的报告')
  const [record] = indexDataset(dataset).orders.values()
  if (record === undefined) throw new Error('there is no order')
  expect(registerOf(dataset, record, '2024-06-02').published).toBe(1)
})

test('38. a problem is shown with its result', () => {
  const { report } = reportIn('problems: [{ problem: 工作动态更新不及时, result: 已全面更新 }]')
  expect(report.problems).toEqual([{ problem: '工作动态更新不及时', result: '已全面更新' }])
})

test('39. figures can belong to one account or to two together', () => {
  const { report } = reportIn(`
accounts:
  - channels: [jia-weixin]
    figures: { 发布: { value: 149, parts: { 原创: 53, 转载: 96 } } }
  - channels: [jia-weibo]
    figures: { 发布: { value: 69, parts: { 原创: 56, 转载: 13 } } }
  - channels: [jia-weixin, jia-weibo]
    figures: { 合计: 218 }
`)
  expect(report.accounts).toMatchObject([
    { figures: { 发布: { value: 149, parts: { 原创: 53, 转载: 96 } } } },
    { figures: { 发布: { value: 69, parts: { 原创: 56, 转载: 13 } } } },
    { channels: ['jia-weixin', 'jia-weibo'], figures: { 合计: 218 } },
  ])
})

test('40. a report may stop counting before its quarter ends', () => {
  const { report } = reportIn('published: 2024-06-14\nwindow: { end: 2024-06-09 }')
  expect([report.window?.end, report.published]).toEqual(['2024-06-09', '2024-06-14'])
})

test('41. not stated, illegible and zero are three values', () => {
  const { tally } = area('media', 'tally: { total: not-stated, checked: illegible, failed: 0 }')
  expect(tally).toEqual({ total: 'not-stated', checked: 'illegible', failed: 0 })
})

test('41. a printed mistake is kept, and an abridged text says that it is abridged', () => {
  const inspection = document(`
document: { abridged: 本文有删减 }
areas:
  disclosure: { figures: { 公开文件: { value: 2, stated: 2分文件 } } }
`)
  expect(inspection).toMatchObject({
    document: { abridged: '本文有删减' },
    areas: { disclosure: { figures: { 公开文件: { value: 2, stated: '2分文件' } } } },
  })
})
