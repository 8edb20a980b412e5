import { sha256 } from '#model/sha256.ts'
import { namedFiles } from '#model/named-files.ts'
import { addDays, chineseDate } from '#model/calendar.ts'
import type { Deadline } from '#schema/deadline.ts'
import { correctionOfTitle } from './corrections.ts'
import type { RegisterRecord, SelfInspection } from '#schema/self-inspection.ts'
import type { DemoInspection } from './inspection.ts'
import { cityOffice } from './names.ts'
import { workingDay } from './quarters.ts'
import type { Random } from './random.ts'
import { problemWeight, units, type RosterChannel } from './roster.ts'

/** The reports on an order, and the office's record of them. */
interface DemoRegister {
  readonly period: string
  readonly reports: ReadonlyMap<string, SelfInspection>
  /** Content of the reports' attachments, by path below `content/attachments`. */
  readonly files: ReadonlyMap<string, string>
  /** Null when the office recorded nothing. */
  readonly record: RegisterRecord | null
}

interface RegisterPlan {
  readonly order: Deadline
  /** The inspection that gave the order. */
  readonly inspection: DemoInspection
  readonly channels: readonly RosterChannel[]
  /** Whether the office has checked since. */
  readonly looked: boolean
  readonly asOf: string
}

const reasons = ['机构改革期间职能划转，本期不单独公开', '网络平台已整合，由主管部门一并公开']

/**
 * Generates the reports on an order: some units are late, some missing, one or two exempt, and one
 * has an unknown day; the rest publish in time. Some publish on their own site, with an archived
 * copy here.
 */
export function makeRegister(random: Random, plan: RegisterPlan): DemoRegister | null {
  const { order, asOf, looked } = plan
  const { period, due } = order
  if (period === undefined || due === undefined || firstDay(due) > asOf) return null
  const owing =
    order.who === 'all-units' ? Object.keys(units) : Array.isArray(order.who) ? order.who : []
  const many = owing.length > 20
  const odd = random
    .stream('odd ones')
    .shuffled(random.stream('who').sample(owing, many ? 8 : 3, problemWeight))
  // Only departments can be exempt: a district cannot be merged.
  const exempt = odd.filter(isDepartment).slice(0, many ? random.whole(1, 2) : 0)
  const rest = odd.filter((unit) => !exempt.includes(unit))
  const missing = rest.slice(0, many ? random.whole(1, 2) : 1)
  const undated = many ? rest.at(-1) : undefined
  const reports = new Map<string, SelfInspection>()
  const files = new Map<string, string>()
  for (const unit of owing) {
    if (exempt.includes(unit) || missing.includes(unit)) continue
    const words = random.stream(`report ${unit}`)
    const published = rest.includes(unit)
      ? workingDay(addDays(due, words.whole(1, 12)))
      : addDays(due, -words.pick([0, 0, 1, 1, 2, 3, 4]))
    if (published > asOf) continue
    const report = makeReport(words, unit, published, plan)
    const fileRandom = random.stream(`files of ${unit}`)
    const { text, ...filed } = fileRandom.chance(0.1)
      ? elsewhere(report, addDays(published, 3))
      : fileRandom.chance(0.1)
        ? withList(report)
        : { ...report, text: null }
    reports.set(unit, unit === undated ? { ...filed, published: 'not-stated' } : filed)
    const named = namedFiles({
      inspections: [],
      selfInspections: { [period.id]: { [unit]: filed } },
    })
    for (const { path } of named) files.set(path, text ?? '')
  }
  const record: RegisterRecord = {
    ...(looked ? { looked_on: workingDay(addDays(due, 5)) } : {}),
    ...(exempt.length > 0
      ? { exempt: Object.fromEntries(exempt.map((unit) => [unit, random.pick(reasons)])) }
      : {}),
  }
  return {
    period: period.id,
    reports,
    files,
    record: Object.keys(record).length > 0 ? record : null,
  }
}

/** The same report published on the unit's own site, with an archived copy here. */
function elsewhere({ title, published, address, areas }: SelfInspection, saved: string) {
  const text = `${title}\n\n（虚构的存档副本）\n`
  return {
    title,
    published,
    address: address ?? 'https://example.com/self-inspections/report.html',
    areas,
    archived: { file: 'report.txt', sha256: sha256(text), saved },
    text,
  }
}

/** The report with a list of its problems as an attachment, if it has any. */
function withList(report: SelfInspection) {
  if (report.problems === undefined) return { ...report, text: null }
  const rows = report.problems.map(({ problem, measure, result }) =>
    [problem, measure ?? '', result ?? ''].join(','),
  )
  return {
    ...report,
    attachments: [{ file: 'problems.csv', title: '问题整改清单' }],
    text: `\uFEFF问题,整改措施,整改结果\n${rows.join('\n')}\n`,
  }
}

const isDepartment = (unit: string): boolean =>
  units[unit]?.tier === 'department' && unit !== cityOffice

/** The earliest day on which a unit may publish. */
const firstDay = (due: string): string => addDays(due, -4)

const titles = [
  '政务公开与网络平台自查整改情况报告',
  '政务公开和政府网站与政务新媒体自查情况的报告',
]

const routine: readonly { problem: string; measure: string; result: string }[] = [
  { problem: '工作动态更新不够及时', measure: '明确专人每周更新', result: '已全面更新' },
  { problem: '个别栏目内容较少', measure: '梳理栏目并补充内容', result: '已补充完善' },
  { problem: '个别外部链接失效', measure: '开展全站链接排查', result: '失效链接已修复' },
  { problem: '政策解读形式单一', measure: '增加图解和问答等形式', result: '已补充解读材料' },
  { problem: '办事指南个别要素不全', measure: '会同业务科室逐项核对', result: '已补齐要素' },
  { problem: '账号简介与备案信息不一致', measure: '按备案信息修改', result: '已修改一致' },
  { problem: '个别信息存在文字差错', measure: '严格信息发布审核', result: '已更正' },
]

const outlooks = [
  '加强日常巡查，压实信息发布审核责任，巩固整改成效。',
  '健全内容保障机制，及时更新信息，规范办理网民留言。',
  '定期开展自查，发现问题立行立改，不断提升公开质量。',
]

function makeReport(
  random: Random,
  unit: string,
  published: string,
  { order, inspection, channels, asOf }: RegisterPlan,
): SelfInspection {
  const label = order.period?.label ?? ''
  const name = units[unit]?.name ?? ''
  const own = channels.filter((channel) => channel.unit === unit).length
  const named = answers(random, unit, inspection)
  const problems = [...named, ...random.sample(routine, random.pick([0, 0, 1, 1, 2]))]
  const found =
    problems.length === 0
      ? '未发现需要整改的问题'
      : named.length > 0
        ? '对通报指出和自查发现的问题逐项整改'
        : '未发现单项否决问题，对发现的问题立行立改'
  const title = `${name}${label}${random.pick(titles)}`
  const correctedOn = workingDay(addDays(published, 3))
  const corrected = random.stream('correction').chance(0.02) && correctedOn <= asOf
  return {
    title,
    published,
    ...(random.chance(0.9)
      ? { address: `https://example.com/self-inspections/${order.period?.id ?? ''}/${unit}.html` }
      : {}),
    areas: order.areas,
    ...(random.chance(0.92)
      ? {
          summary: `对照检查指标，截至${chineseDate(published)}对所属${own}个网站和账号开展自查，${found}。`,
        }
      : {}),
    ...(problems.length > 0 ? { problems } : {}),
    ...(random.chance(0.85) ? { outlook: random.pick(outlooks) } : {}),
    ...(corrected ? { corrections: [correctionOfTitle(title, correctedOn)] } : {}),
  }
}

/** A unit's answers to the findings of the bulletin that name it. */
function answers(random: Random, unit: string, { file }: DemoInspection) {
  return Object.values(file.issues ?? {})
    .filter(({ units: named }) => Array.isArray(named) && named.includes(unit))
    .slice(0, 3)
    .map(({ text }) => ({
      problem: text,
      measure: random.pick(['对照通报逐项整改', '召开专题会议研究，明确责任科室和完成时限']),
      ...(random.chance(0.7)
        ? { result: random.pick(['已完成整改', '已整改并举一反三开展排查']) }
        : {}),
    }))
}
