import {
  appendicesText,
  numberedSections,
  passageMarkup,
  type Section,
  value,
} from '#model/bulletin-source.ts'
import { chineseNumeral } from '#model/chinese-numeral.ts'
import { type countNames } from '#schema/figure.ts'
import type { Group, Split } from '#schema/group.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import type { Issue } from '#schema/issue.ts'
import type { DemoInspection } from './inspection.ts'
import { areaOrder } from './issues.ts'
import { websitePlatform, zones } from './names.ts'
import type { RosterChannel } from './roster.ts'

/**
 * The bulletin of a quarter in the usual structure; every figure, date, unit and account is a
 * reference.
 */
export function demoBulletin(
  inspection: DemoInspection,
  channels: ReadonlyMap<string, RosterChannel>,
): string {
  const { file } = inspection
  const paragraphs = [
    `# ${value('issuer')}关于${value('period')}政务公开及网络平台检查情况的通报`,
    `${zones.map(({ id }) => value(`units.${id}`)).join('、')}管委会，各县（区）人民政府，市直各部门（单位）：`,
    `按照国家和省有关文件要求，我市对${value('period')}全市政务公开、政府网站与政府系统政务新媒体建设管理情况进行了检查，现将有关情况通报如下。`,
    '## 一、基本情况',
    ...sections([
      ['政务公开工作情况', openness(inspection)],
      ['网站运行情况', passageMarkup('areas.websites', websites(file.areas.websites))],
      ['新媒体运行情况', passageMarkup('areas.media', media(file.areas.media))],
      ['网民留言办理情况', passageMarkup('areas.messages', messages(file.areas.messages))],
    ]),
    '## 二、存在问题',
    ...sections(problems(inspection, channels)),
    '## 三、下步要求',
    ...sections(requirements(inspection)),
    ...appendicesText(Object.keys(file.appendices ?? {})),
    `注：复核截止时间${value('rechecked_until')}。`,
  ]
  return `${paragraphs.join('\n\n')}\n`
}

const sections = (parts: readonly Section[]): string[] =>
  numberedSections(parts.map(([title, text]): Section => [`${title}。`, text]))

function openness({ quarter, file }: DemoInspection): string {
  const year = quarter.year
  const checked = `areas.openness.tally.checked`
  const texts = [
    `印发工作提示，督促指导全市各级各部门按时保质完成${year - 1}年政府信息公开工作年度报告的编制和发布工作，并对发布的年度报告开展专项检查。`,
    passageMarkup(
      'areas.openness',
      `围绕政策发布与解读开展专项检查，抽查${value(checked)}个部门和单位，对检查发现的问题逐一交办。`,
    ),
    '对照法定主动公开内容，对全市政府信息公开目录、公开指南和依申请公开渠道开展了专项检查，督促各级各部门及时补充完善。',
    `完成了${year}年政务公开工作要点落实情况督查，对各县（区）、市直各部门政务公开工作进行了年度评价。`,
  ]
  const text = texts[quarter.number - 1] ?? ''
  return file.areas.openness?.tally === undefined ? passageMarkup('areas.openness', text) : text
}

/** 其中甲2家、乙3家 */
function parts(path: string, split: Split | undefined, unit: string): string {
  return Object.entries(split?.parts ?? {})
    .map(([label, part]) => {
      const grouped = typeof part === 'object' && 'tally' in part
      const of = `${path}.parts.${label}${grouped ? '.tally.running' : ''}`
      const rate = grouped ? `（合格率${value(`${path}.parts.${label}.rates.passed.stated`)}）` : ''
      return `${label}${value(of)}${unit}${rate}`
    })
    .join('、')
}

function websites(area: Group | undefined): string {
  const tally = 'areas.websites.tally'
  return [
    `全市正常运行的政府网站共计${value(`${tally}.running`)}家，`,
    `其中${parts('areas.websites.splits.tier', area?.splits?.tier, '家')}；`,
    outcome('websites', area, '家', '政府网站'),
  ].join('')
}

function media(area: Group | undefined): string {
  const tally = 'areas.media.tally'
  const running =
    area?.tally?.running === undefined ? '' : `，正常运行${value(`${tally}.running`)}个`
  return [
    `全市政务新媒体账号共计${value(`${tally}.total`)}个${running}，`,
    `其中${parts('areas.media.splits.tier', area?.splits?.tier, '个')}；`,
    `按平台分，${parts('areas.media.splits.platform', area?.splits?.platform, '个')}；`,
    outcome('media', area, '个', '政务新媒体账号'),
  ].join('')
}

function outcome(id: string, area: Group | undefined, unit: string, object: string): string {
  const tally = `areas.${id}.tally`
  const rate = value(`areas.${id}.rates.passed`)
  const checked =
    area?.coverage === 'sample'
      ? `本次抽查${value(`${tally}.checked`)}${unit}`
      : '按要求进行了全覆盖检查'
  return area?.tally?.failed === 0
    ? `${checked}，未发现存在突出问题的${object}，合格率${rate}。`
    : `${checked}，发现${value(`${tally}.failed`)}${unit}${object}存在突出问题，合格率为${rate}。`
}

function messages(area: Group | undefined): string {
  const path = 'areas.messages'
  const count = (name: keyof typeof countNames): string => value(`${path}.tally.${name}`)
  const since = `${value(`${path}.window.start`)}以来，收到中国政府网“${value(`${path}.source`)}”监督举报平台转来的网民留言${count('received')}条，`
  if (area?.tally?.valid === 0) return `${since}本季度不涉及按期办结率。`
  const open = area?.tally?.open === undefined ? '' : `，期限内正在办理${count('open')}条`
  return `${since}其中有效留言${count('valid')}条，办结${count('closed')}条${open}，按期办结${count('closed_on_time')}条，按期办结率${value(`${path}.rates.closed_on_time`)}。`
}

const problemTitles = {
  openness: '公开方面',
  websites: '网站方面',
  media: '新媒体方面',
  messages: '留言办理方面',
} as const

function problems(
  { file, causes }: DemoInspection,
  channels: ReadonlyMap<string, RosterChannel>,
): Section[] {
  return areaOrder.flatMap((area): Section[] => {
    const issues = Object.entries(file.issues ?? {}).filter(([, issue]) => issue.area === area)
    if (issues.length === 0) return []
    const sentences = issues.map(([id, issue], n) => {
      const number = issues.length === 1 ? '' : `${chineseNumeral(n + 1)}是`
      const end = n === issues.length - 1 ? '。' : '；'
      const who = named(issue, channels)
      const cause = causes.get(id) ?? ''
      // A cause that begins with 个别 or 部分 needs no second subject.
      const lead = who !== '' ? `如${who}` : /^(个别|部分)/.test(cause) ? '' : '个别单位'
      const remark = issue.remark === undefined ? '' : `（${value(`issues.${id}.remark`)}）`
      const text = `${number}${cause}，${lead}${value(`issues.${id}.text`)}${remark}${end}`
      return passageMarkup(`issues.${id}`, text)
    })
    return [[problemTitles[area], sentences.join('')]]
  })
}

/** The subject of a sentence: accounts with their owners, else units; empty for neither. */
function named(issue: Issue, channels: ReadonlyMap<string, RosterChannel>): string {
  const stated = Array.isArray(issue.units)
  if (issue.channels !== undefined)
    return issue.channels
      .map((id) => {
        const channel = channels.get(id)
        const name = `“${value(`channels.${id}`)}”`
        if (channel === undefined || channel.platform === websitePlatform) return name
        const owner = stated ? value(`units.${channel.unit}`) : ''
        return `${owner}${name}${value(`channels.${id}.platform`)}`
      })
      .join('、')
  if (!Array.isArray(issue.units)) return ''
  const units = issue.units.map((id) => value(`units.${id}`)).join('、')
  return issue.exhaustive === false ? `${units}等单位` : units
}

function requirements({ file }: DemoInspection): Section[] {
  const deadlines = file.deadlines ?? {}
  const report =
    deadlines.rectification === undefined
      ? ''
      : passageMarkup(
          'deadlines.rectification',
          `本季度检查中存在突出问题的单位（见附件），于${value('deadlines.rectification')}将整改情况书面报${value('deadlines.rectification.to')}。`,
        )
  const publish = passageMarkup(
    'deadlines.self-inspection',
    `要做好${value('deadlines.self-inspection.period')}政务公开与网络平台建管工作的自查自纠，将政务公开、政府网站和政务新媒体的自查整改情况于${value('deadlines.self-inspection')}主动公开。`,
  )
  const texts: Readonly<Record<string, string>> = {
    prominent: `${report}全市各级各部门要高度重视每季度检查通报的问题，对照问题清单，举一反三，采取有力举措抓好问题整改；${publish}`,
    openness:
      '各级各部门要对照法定主动公开内容，及时公开、动态更新政府信息，持续完善重大决策预公开机制，对涉及公众切身利益的事项，通过公开征求意见、听证会等方式充分听取公众意见，并及时反馈采纳情况。',
    interpretation:
      '各级各部门要严格履行解读材料和政策性文件同步起草、同步审签、同步发布要求，围绕政策措施的背景依据、目标任务和惠民利民举措开展解读，丰富解读形式，做到政策文件与解读材料相互关联。',
    platforms: `${standing(deadlines)}全市各级各部门要严格落实网络意识形态责任制和网络安全责任制，认真履行信息发布审核制度，建立完善已公开信息安全巡查机制，加强数据安全和个人信息保护；要优化政民互动，规范办理网民留言，积极回应群众诉求，确保政府网站与政务新媒体安全平稳运行。`,
    annual: `${passageMarkup('deadlines.annual', `各县（区）、功能区要认真开展${value('deadlines.annual.period')}政府网站自查，于${value('deadlines.annual')}将自查情况主动公开；`)}${passageMarkup('deadlines.yearly-form', `于${value('deadlines.yearly-form')}将政府网站工作年度报表报${value('deadlines.yearly-form.to')}。`)}`,
  }
  return Object.keys(file.requirements ?? {}).map((id) => [
    value(`requirements.${id}.title`),
    texts[id] ?? '',
  ])
}

/** The duties without a fixed day, in the quarter that orders them. */
function standing(deadlines: NonNullable<InspectionFile['deadlines']>): string {
  if (deadlines['dead-links'] === undefined) return ''
  return [
    passageMarkup(
      'deadlines.dead-links',
      `${value('deadlines.dead-links.who_stated')}对失效链接要做到${value('deadlines.dead-links')}；`,
    ),
    passageMarkup(
      'deadlines.interpretation',
      `${value('deadlines.interpretation.who_stated')}${value('deadlines.interpretation.title')}，${value('deadlines.interpretation')}；`,
    ),
    passageMarkup('deadlines.messages', `对网民留言，${value('deadlines.messages')}予以答复。`),
  ].join('')
}
