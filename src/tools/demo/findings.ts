import type { Catalogue, Indicator } from '#schema/indicator.ts'

export type AreaId = 'openness' | 'websites' | 'media' | 'messages'

/** An indicator with the words that bulletins use for it. */
export interface Finding {
  readonly indicator: string
  readonly area: AreaId
  readonly kind: Indicator['kind']
  readonly name: string
  /** The cause, before the sentence names a unit. */
  readonly causes: readonly string[]
  /** The finding itself; `{year}` is replaced by the year before the inspection. */
  readonly texts: readonly string[]
}

const finding = (
  area: AreaId,
  kind: Indicator['kind'],
  indicator: string,
  name: string,
  causes: readonly string[],
  texts: readonly string[],
): Finding => ({ indicator, area, kind, name, causes, texts })

const outdatedSite = ['个别单位对网站日常维护不到位', '个别网站内容保障责任落实不力']
const weakReview = ['个别账号未严格执行内容发布审核制度', '个别账号信息发布“三审”流于形式']
const neglectedAccount = ['个别账号开而不管', '个别单位新媒体日常运维不到位']

/** Findings that count in the rate. */
export const failures: readonly Finding[] = [
  finding('websites', 'veto', 'website-home-stale', '首页不更新', outdatedSite, [
    '首页超过两周未更新',
  ]),
  finding('websites', 'veto', 'website-columns-stale', '栏目不更新', outdatedSite, [
    '多个栏目长期未更新',
    '动态、要闻类栏目逾期未更新',
  ]),
  finding(
    'websites',
    'veto',
    'website-no-response',
    '互动回应差',
    ['个别网站互动功能形同虚设'],
    ['有效留言超过三个月未回复'],
  ),
  finding(
    'websites',
    'deduction',
    'website-score',
    '得分低于合格线',
    ['个别网站扣分事项较多'],
    ['总分低于合格线'],
  ),
  finding('media', 'veto', 'serious-misstatement', '严重表述错误', weakReview, [
    '出现严重表述错误',
    '转载内容出现严重表述错误',
  ]),
  finding('media', 'veto', 'media-stale', '内容不更新', neglectedAccount, [
    '检查前两周内未更新',
    '超过两周未更新内容',
  ]),
  finding(
    'media',
    'veto',
    'media-no-interaction',
    '互动回应差（未提供有效互动功能）',
    neglectedAccount,
    ['未提供有效互动功能'],
  ),
]

/** Findings that do not count in the rate. */
export const ordinaryFindings: readonly Finding[] = [
  finding(
    'openness',
    'ordinary',
    'annual-report-repeats',
    '年度报告内容与往年雷同',
    ['政府信息公开工作年度报告存在质量不高的情况'],
    ['{year}年政府信息公开工作年度报告内容与往年雷同'],
  ),
  finding(
    'openness',
    'ordinary',
    'policy-without-interpretation',
    '政策文件未作解读',
    ['部分单位政策解读发布较少', '政策解读工作落实不到位'],
    ['未针对本部门政策文件制作解读材料', '政策解读以摘抄原文为主、形式单一'],
  ),
  finding(
    'openness',
    'ordinary',
    'guide-outdated',
    '公开指南未更新',
    ['个别单位对政府信息公开指南维护不及时'],
    ['政府信息公开指南中的机构信息未及时更新'],
  ),
  finding(
    'openness',
    'ordinary',
    'catalogue-column-blank',
    '公开目录栏目空白',
    ['法定主动公开内容保障不到位'],
    ['法定主动公开内容个别栏目空白', '公开目录中人事信息栏目长期无内容'],
  ),
  finding(
    'openness',
    'ordinary',
    'application-channel',
    '依申请公开渠道不畅',
    ['依申请公开渠道维护不到位'],
    ['依申请公开在线提交功能无法使用'],
  ),
  finding(
    'openness',
    'ordinary',
    'document-elements',
    '公开文件要素不全',
    ['政策文件发布不规范'],
    ['规范性文件未标注成文日期和有效性', '政策文件发布后未关联解读材料'],
  ),
  finding(
    'openness',
    'ordinary',
    'solicitation-without-feedback',
    '征集意见未反馈',
    ['重大决策预公开机制落实不到位'],
    ['意见征集结束后未公开采纳情况'],
  ),
  finding(
    'openness',
    'ordinary',
    'budget-late',
    '预决算公开不及时',
    ['财政信息公开不够及时'],
    ['预决算信息未在规定时间内公开'],
  ),
  finding(
    'websites',
    'ordinary',
    'column-name-mismatch',
    '栏目内容与名称不匹配',
    ['个别网站栏目建设存在“重建设、轻管理”的问题'],
    ['栏目内容与名称不匹配'],
  ),
  finding(
    'websites',
    'ordinary',
    'website-dead-link',
    '链接无法打开',
    ['个别网站链接巡查不到位'],
    ['“政务新媒体矩阵”专栏链接无法打开', '专题专栏存在失效链接'],
  ),
  finding(
    'websites',
    'ordinary',
    'account-name-mismatch',
    '账号名称不一致',
    ['个别网站“政务新媒体矩阵”专栏维护不及时'],
    ['公布的账号名称与第三方平台不一致'],
  ),
  finding(
    'websites',
    'ordinary',
    'website-blank-column',
    '栏目空白',
    ['个别网站栏目开设后缺少内容保障'],
    ['“常见问题”栏目为空白', '“数据发布”栏目为空白'],
  ),
  finding(
    'websites',
    'ordinary',
    'website-search',
    '站内搜索不可用',
    ['个别网站基础功能保障不到位'],
    ['站内搜索结果与内容不符', '站内搜索功能无法使用'],
  ),
  finding(
    'websites',
    'ordinary',
    'website-wording',
    '文字差错',
    ['个别网站信息发布审核不严'],
    ['信息标题存在错别字', '正文存在文字差错'],
  ),
  finding(
    'websites',
    'ordinary',
    'service-guide',
    '办事指南要素不全',
    ['个别网站办事服务内容更新不及时'],
    ['办事指南缺少办理时限和咨询方式', '办事指南所附表格无法下载'],
  ),
  finding(
    'media',
    'ordinary',
    'media-blank-column',
    '栏目空白',
    ['个别单位政务新媒体服务不实用'],
    ['“互动交流”栏目为空白', '“办事服务”栏目为空白'],
  ),
  finding(
    'media',
    'ordinary',
    'media-dead-link',
    '链接无法访问',
    ['个别单位政务新媒体菜单维护不到位'],
    ['自定义菜单链接无法访问', '“为民服务”链接无法访问'],
  ),
  finding('media', 'ordinary', 'media-wording', '文字差错', weakReview, [
    '推送内容存在错别字',
    '图片文字存在差错',
  ]),
  finding(
    'media',
    'ordinary',
    'media-unfiled',
    '未按要求备案',
    ['政务新媒体开设、变更、注销备案不及时'],
    ['更名后未及时备案', '停用后未及时注销'],
  ),
  finding(
    'media',
    'ordinary',
    'media-original',
    '原创内容少',
    ['个别账号内容建设不足'],
    ['原创内容偏少，以转发为主'],
  ),
  finding(
    'media',
    'ordinary',
    'media-off-topic',
    '发布无关信息',
    ['个别账号定位不清'],
    ['发布与职能无关的商业信息'],
  ),
  finding(
    'media',
    'ordinary',
    'media-repost-late',
    '未及时转载',
    ['重要政务信息转载不够及时'],
    ['未按要求及时转载重要政务信息'],
  ),
  finding(
    'messages',
    'ordinary',
    'message-evasive',
    '答非所问',
    ['个别单位留言办理质量不高'],
    ['留言回复答非所问', '留言回复内容雷同、未正面回应诉求'],
  ),
  finding(
    'messages',
    'ordinary',
    'message-transfer',
    '转办不及时',
    ['个别单位留言转办衔接不畅'],
    ['留言转办不及时'],
  ),
]

/** The finding for a message that was closed late. */
export const lateMessage = finding(
  'messages',
  'ordinary',
  'message-late',
  '留言超期办理',
  ['个别单位留言办理不及时'],
  ['网民留言超过规定时限办结'],
)

const indicators = (findings: readonly Finding[], verified: boolean): Catalogue['indicators'] =>
  Object.fromEntries(
    findings.map(({ indicator, name, area, kind }) => [indicator, { name, area, kind, verified }]),
  )

/** A line of the catalogue that says how high the pass rate of an area is to be. */
const target = (area: string, name: string, value: number): Catalogue['indicators'][string] => ({
  name,
  area,
  kind: 'ordinary',
  thresholds: { 合格率: { value, unit: '%' } },
  verified: false,
})

/** The two catalogues, by the names of their files. */
export const catalogues: Readonly<Record<string, Catalogue>> = {
  'demo-failing': {
    title: '示例市检查指标（影响合格率）',
    source: '虚构的示例目录',
    valid_from: '2015-01-01',
    indicators: {
      ...indicators(failures, false),
      'website-target': target('websites', '网站合格率目标', 95),
      'media-target': target('media', '新媒体合格率目标', 98),
    },
  },
  'demo-named': {
    title: '示例市通报提出的一般问题',
    source: '虚构的示例目录',
    indicators: indicators([...ordinaryFindings, lateMessage], true),
  },
}
