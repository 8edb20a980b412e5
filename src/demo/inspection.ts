import { addDays, chineseDate } from '#domain/calendar.ts'
import { honestPercent } from '#domain/ratio.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { Group } from '#schema/group.ts'
import type { Appendix, InspectionFile } from '#schema/inspection.ts'
import { makeIssues, type DraftIssue } from './issues.ts'
import { issuer, websitePlatform } from './names.ts'
import {
  accountArea,
  checkedAccounts,
  populationOf,
  rateDecimals,
  ratesByTier,
  truncation,
  websiteArea,
  type Population,
} from './population.ts'
import { monthBefore, nextQuarter, workingDay, type Quarter } from './quarters.ts'
import type { Random } from './random.ts'
import { districts, troubles, type RosterChannel } from './roster.ts'

/** One quarter as its data file holds it, with what only its bulletin says. */
export interface DemoInspection {
  readonly quarter: Quarter
  readonly file: InspectionFile
  /** By issue id, the words that lead up to it. */
  readonly causes: ReadonlyMap<string, string>
}

export interface QuarterPlan {
  readonly quarter: Quarter
  /** Number of the quarter, from 0, and how many there are. */
  readonly place: number
  readonly quarters: number
  readonly issues: number
  /** Planted: the printed rate of accounts is cut instead of rounded. */
  readonly truncated: boolean
  /** Planted: no message came in, so there is no rate. */
  readonly noMessages: boolean
  readonly asOf: string
}

export function makeInspection(
  random: Random,
  channels: readonly RosterChannel[],
  plan: QuarterPlan,
): DemoInspection {
  const { quarter, place } = plan
  const population = populationOf(channels, place)
  const accounts = planAccounts(random.stream('accounts'), population, plan)
  const websiteCoverage = quarter.number === 3 ? 'sample' : 'full'
  const failedWebsites = random
    .stream('failed websites')
    .sample(failable(population.websites), chancesOfWebsites(random), ({ unit }) => troubles(unit))
  const messages = makeMessages(random.stream('messages'), plan)

  const websites = websiteArea(population.websites, failedWebsites, websiteCoverage)
  const byTier = quarter.number === 1 && place > 0
  const areas: Record<string, Group> = {
    openness: opennessArea(random.stream('openness'), quarter),
    websites: byTier
      ? { ...websites, splits: { tier: ratesByTier(population.websites, failedWebsites) } }
      : websites,
    media: accountArea(population, accounts.failed, accounts),
    messages,
  }

  const rechecked = workingDay(`${quarter.thirdMonth}-05`)
  const issued = workingDay(addDays(rechecked, 2))
  const published = workingDay(addDays(issued, 1))
  const drafts = makeIssues(random.stream('issues'), {
    year: quarter.year,
    count: plan.issues,
    population,
    failedWebsites,
    failedAccounts: accounts.failed,
    lateMessages: isLate(messages),
    spared: quarter.number === 4,
    published,
    age: plan.quarters - 1 - place,
    asOf: plan.asOf,
  })
  const numbered = drafts.map(
    (draft, n) => [`${quarter.id}-${String(n + 1).padStart(2, '0')}`, draft] as const,
  )
  const appendices = makeAppendices(
    numbered,
    channels,
    quarter.number === 4 ? areas.media : undefined,
  )
  const remark = '本季度政务新媒体为抽查，合格率以检查数为分母'
  // Some documents reach the site without their number and date.
  const withHead = quarter.number !== 3
  return {
    quarter,
    file: {
      period: { label: quarter.label, start: quarter.start, end: quarter.end },
      issuer,
      ...(withHead
        ? {
            document: {
              type: '通报',
              number: `示府办函〔${quarter.year}〕${quarter.number * 7 + random.whole(0, 5)}号`,
              issued,
            },
          }
        : {}),
      published_here: published,
      rechecked_until: rechecked,
      areas,
      issues: Object.fromEntries(numbered.map(([id, { issue }]) => [id, issue])),
      deadlines: makeDeadlines(quarter, published, appendices.prominent !== undefined),
      requirements: requirements[quarter.number - 1] ?? {},
      ...(Object.keys(appendices).length > 0 ? { appendices } : {}),
      ...(accounts.coverage === 'sample' ? { remarks: [remark] } : {}),
    },
    causes: new Map(numbered.map(([id, { cause }]) => [id, cause])),
  }
}

/** A portal never fails in the sample city, so that no tier of one has a rate of nought. */
const failable = (websites: readonly RosterChannel[]): RosterChannel[] =>
  websites.filter(({ id }) => id !== 'city-website')

const chancesOfWebsites = (random: Random): number =>
  random.stream('number of websites').chance(0.35) ? 1 : 0

function planAccounts(random: Random, population: Population, { quarter, truncated }: QuarterPlan) {
  const coverage: 'full' | 'sample' = quarter.number === 2 ? 'sample' : 'full'
  const planned = checkedAccounts(population.accounts, coverage, 0)
  const usual = { leftOut: 0, failed: random.pick([0, 1, 1, 1, 2, 2, 3, 4]) }
  const { leftOut, failed: count } = truncated ? truncation(planned) : usual
  const failed = random.sample(population.accounts, count, ({ unit }) => troubles(unit))
  return { coverage, leftOut, truncated, failed }
}

function opennessArea(random: Random, { number }: Quarter): Group {
  if (number === 2) return { coverage: 'sample', tally: { checked: random.whole(24, 36) } }
  return {}
}

function makeMessages(random: Random, { quarter, noMessages }: QuarterPlan): Group {
  const head = { source: '我为政府网站找错', window: { start: monthBefore(quarter) } }
  if (noMessages)
    return { ...head, tally: { received: 0, valid: 0, closed: 0 }, rates: { closed_on_time: {} } }
  const valid = random.whole(6, 32)
  const received = valid + random.whole(0, 9)
  const open = random.chance(0.25) ? random.whole(1, 2) : 0
  const closed = valid - open
  const onTime = closed - (random.chance(0.3) ? 1 : 0)
  return {
    ...head,
    tally: { received, valid, closed, closed_on_time: onTime, ...(open > 0 ? { open } : {}) },
    rates: {
      closed_on_time: {
        stated: honestPercent(onTime, closed, rateDecimals),
        // Messages still inside their limit are no part of the rate.
        ...(open > 0 ? { denominator: 'closed' as const } : {}),
      },
    },
  }
}

const isLate = ({ tally }: Group): boolean =>
  tally?.closed_on_time !== tally?.closed && tally?.valid !== 0

function makeDeadlines(
  quarter: Quarter,
  published: string,
  prominent: boolean,
): Record<string, Deadline> {
  const next = nextQuarter(quarter)
  const publish = workingDay(`${next.thirdMonth}-06`)
  const deadlines: Record<string, Deadline> = {}
  if (prominent)
    deadlines.rectification = {
      what: 'rectification-report',
      title: '书面报送突出问题整改情况',
      who: { appendix: 'prominent' },
      who_stated: '存在突出问题的单位（见附件）',
      ...reportDay(quarter, published),
      deliverable: 'written',
      to: '市政府办公室',
    }
  deadlines['self-inspection'] = {
    what: 'self-inspection',
    title: '主动公开自查整改情况',
    who: 'all-units',
    who_stated: '全市各级各部门',
    period: { id: next.id, label: next.label, start: next.start, end: next.end },
    areas: ['openness', 'websites', 'media'],
    due: publish,
    stated: before(publish),
    deliverable: 'public',
  }
  if (quarter.number === 3) Object.assign(deadlines, standing)
  if (quarter.number === 4) {
    const year = String(quarter.year)
    const due = `${year}-12-20`
    deadlines.annual = {
      what: 'self-inspection',
      title: '主动公开网站年度自查情况',
      who: [...districts],
      who_stated: '各县（区）、功能区',
      period: {
        id: `${year}-annual`,
        label: `${year}年度`,
        start: `${year}-01-01`,
        end: `${year}-12-31`,
      },
      areas: ['websites'],
      due,
      stated: before(due),
      deliverable: 'public',
    }
    const yearly = `${quarter.year + 1}-01-15`
    deadlines['yearly-form'] = {
      what: 'other',
      title: '报送政府网站工作年度报表',
      who: [...districts],
      who_stated: '各县（区）、功能区',
      due: yearly,
      time: '12:00',
      stated: `${chineseDate(yearly)}12:00前`,
      deliverable: 'electronic',
      to: '市政府办公室',
    }
  }
  return deadlines
}

const before = (day: string): string => `${chineseDate(day)}前`

/** When the written report is due: every quarter of the year says it in another way. */
function reportDay(
  { number }: Quarter,
  published: string,
): Pick<Deadline, 'due' | 'within' | 'inclusive' | 'stated'> {
  if (number === 2)
    return {
      within: { days: 10, kind: 'working', after: 'issued' },
      stated: '本通报印发后10个工作日内',
    }
  const due = workingDay(addDays(published, 15))
  return {
    due,
    // A day that is not counted in.
    ...(number === 1 ? { inclusive: false } : {}),
    stated: number === 1 ? `${before(due)}（不含当日）` : before(due),
  }
}

/** Duties for which no day can be computed. */
const standing: Readonly<Record<string, Deadline>> = {
  'dead-links': {
    what: 'other',
    title: '处理失效链接',
    who: 'all-units',
    who_stated: '各级各部门',
    words: '发现后当日清零',
  },
  interpretation: {
    what: 'other',
    title: '发布政策解读材料',
    who: [...districts],
    who_stated: '各县（区）、功能区',
    every: { count: 1, unit: 'month' },
    words: '每月至少1篇',
    deliverable: 'public',
  },
  messages: {
    what: 'other',
    title: '答复网民留言',
    who: 'not-stated',
    within: { days: 3, kind: 'working' },
    words: '收到后3个工作日内',
  },
}

const prominentProblems = { title: '抓好突出问题整改' }
const platforms = { title: '强化公开平台建管' }
/** What the bulletins of the first to the fourth quarter order. */
const requirements: readonly InspectionFile['requirements'][] = [
  { prominent: prominentProblems, openness: { title: '深化政务公开工作' }, platforms },
  { prominent: prominentProblems, interpretation: { title: '加强政策发布和解读' }, platforms },
  { prominent: prominentProblems, openness: { title: '规范法定主动公开内容' }, platforms },
  {
    prominent: prominentProblems,
    annual: { title: '做好年度自查和报表编制' },
    platforms,
  },
]

function makeAppendices(
  issues: readonly (readonly [string, DraftIssue])[],
  channels: readonly RosterChannel[],
  /** The area whose accounts a second appendix lists by platform. */
  media: Group | undefined,
): Record<string, Appendix> {
  const owner = new Map(channels.map(({ id, unit }) => [id, unit]))
  const platformOf = new Map(channels.map(({ id, platform }) => [id, platform]))
  const appendices: Record<string, Appendix> = {}
  const rows = issues
    .filter(([, { issue }]) => issue.counts_in_rate === true)
    .flatMap(([id, { issue }]) => (issue.channels ?? []).map((channel) => [id, channel] as const))
  const websitesToo = rows.some(([, channel]) => platformOf.get(channel) === websitePlatform)
  const accountsToo = rows.some(([, channel]) => platformOf.get(channel) !== websitePlatform)
  const objects = [websitesToo ? '政府网站' : '', accountsToo ? '政务新媒体' : ''].filter(Boolean)
  if (rows.length > 0)
    appendices.prominent = {
      title: `存在突出问题的${objects.join('和')}名单`,
      columns: [
        '序号',
        '所属地区或部门',
        !websitesToo ? '新媒体名称' : accountsToo ? '网站或新媒体名称' : '网站名称',
        '平台类型',
        '存在的突出问题',
      ],
      rows: rows.map(([id, channel], n) => [
        n + 1,
        { of: `units.${owner.get(channel) ?? ''}` },
        { of: `channels.${channel}` },
        { of: `channels.${channel}.platform` },
        { of: `issues.${id}.problem` },
      ]),
    }
  if (media !== undefined)
    appendices.platforms = {
      title: '政务新媒体平台分布情况',
      columns: ['序号', '平台类型', '账号数量'],
      rows: Object.keys(media.splits?.platform?.parts ?? {}).map((name, n) => [
        n + 1,
        name,
        { of: `areas.media.splits.platform.parts.${name}` },
      ]),
    }
  return appendices
}
