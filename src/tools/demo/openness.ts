import { authoredFile } from '#schema/authored-files.ts'
import { addDays, daysBetween } from '#model/calendar.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import type { Catalogue } from '#schema/indicator.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import type {
  Consultation,
  FindingKind,
  InterpretationItem,
  OfficeOpenness,
  Policy,
  UnitOpenness,
} from '#schema/openness.ts'
import { yamlFile } from '#read/yaml-edit/layout.ts'
import { departments } from './names.ts'
import type { Random } from './random.ts'
import { units } from './roster.ts'

/** The catalogue of the days by which the ledger is judged; nobody compared them with a document. */
export const ledgerIndicators: Catalogue = {
  title: '示例市政务公开台账的天数',
  source: '虚构的示例目录',
  indicators: {
    'consultation-days': {
      name: '征求意见的天数',
      area: 'openness',
      kind: 'ordinary',
      thresholds: {
        重大行政决策: { value: 30, unit: '天' },
        行政规范性文件: { value: 7, unit: '工作日' },
        涉及经营主体: { value: 30, unit: '天' },
      },
      verified: false,
    },
    'feedback-days': {
      name: '反馈意见采纳情况的天数',
      area: 'openness',
      kind: 'ordinary',
      thresholds: { 反馈: { value: 30, unit: '天' } },
      verified: false,
    },
    'gazette-days': {
      name: '报送政府公报的天数',
      area: 'openness',
      kind: 'ordinary',
      thresholds: { 报送公报: { value: 30, unit: '天' } },
      verified: false,
    },
    'interpretation-days': {
      name: '发布解读的天数',
      area: 'openness',
      kind: 'ordinary',
      thresholds: { 解读: { value: 7, unit: '天' } },
      verified: false,
    },
  },
}

const subjects = [
  '小微企业贷款贴息管理',
  '公共停车场建设',
  '养老服务补贴',
  '城乡居民医疗救助',
  '农村公路养护',
  '科技成果转化奖励',
  '校外培训机构管理',
  '公共租赁住房分配',
  '河道采砂管理',
  '文物保护单位开放',
  '招商引资项目落地服务',
  '政务服务便民热线办理',
  '耕地地力保护补贴',
  '城市更新项目',
  '高层次人才引进',
  '应急物资储备',
]
/** Why a department does not send a document to the gazette. */
const reasons = ['内容只涉及内部管理', '与其他部门联合发文，由牵头部门报送'] as const
/** What concerns market entities (涉及经营主体), for which a consultation is open longer. */
const market = /企业|投资|招商|培训机构|采砂/
const shapes = ['办法', '实施细则', '若干措施', '工作方案'] as const

/** Units that never sent a ledger. */
const silent: ReadonlySet<string> = new Set(['yancao', 'youzheng', 'dangan', 'li-tian', 'shuangli'])
/** A unit whose documents had no interpretation in every third year. */
const uninterpreted = 'tongji'

/** The units that inspections name for what their ledger of a year shows, as `2023/caizheng`. */
export interface NamedInLedger {
  /** Their annual report repeats that of the year before. */
  readonly repeating: ReadonlySet<string>
  /** No document of the year has an interpretation. */
  readonly uninterpreted: ReadonlySet<string>
}

export function namedInLedger(
  inspections: readonly Pick<InspectionFile, 'issues'>[],
): NamedInLedger {
  const all = inspections.flatMap(({ issues = {} }) => Object.values(issues))
  const namedFor = (finding: FindingKind): Set<string> =>
    new Set(
      all.flatMap(({ origin, units: named }) =>
        origin?.about?.finding === finding && Array.isArray(named)
          ? named.map((unit) => `${origin.about?.year ?? ''}/${unit}`)
          : [],
      ),
    )
  return { repeating: namedFor('reuse'), uninterpreted: namedFor('no-interpretation') }
}

/** The ledgers of some years: unevenly filled, as units and offices fill them. */
export function opennessFiles(
  random: Random,
  years: readonly number[],
  asOf: string,
  named: NamedInLedger,
): Map<string, string> {
  const files = new Map<string, string>()
  for (const year of years) {
    const stream = random.stream(String(year))
    const isPresent = asOf < `${year}-12-31`
    const office: OfficeYear = { looks: {}, judgements: {}, printed: {}, exempt: {} }
    for (const [unit, { name, tier }] of Object.entries(units)) {
      const own = stream.stream(unit)
      const isNamed = named.uninterpreted.has(`${year}/${unit}`)
      if ((silent.has(unit) || own.chance(0.06)) && !isNamed) continue
      const context: Context = { unit, name, tier, year, asOf, random: own, isNamed }
      const ledger = unitLedger(context, office)
      if (ledger === null) continue
      files.set(
        authoredFile('openness', String(year), unit),
        yamlFile(`${name}${year}年${fileKinds.openness.title}。`, ledger),
      )
      const look = lookOf(context, isPresent)
      const compared = comparedReport(context, ledger, named.repeating)
      if (look !== null || compared !== null)
        office.looks[unit] = {
          ...look,
          ...(compared === null ? {} : { report_compared: compared }),
        }
    }
    files.set(
      authoredFile('openness-office', String(year)),
      yamlFile(`${year}年${fileKinds['openness-office'].title}。`, officeFile(office)),
    )
  }
  return files
}

interface OfficeYear {
  readonly looks: NonNullable<OfficeOpenness['units']>
  readonly judgements: NonNullable<OfficeOpenness['judgements']>
  readonly printed: Record<string, string>
  readonly exempt: Record<string, string>
}

const officeFile = ({ looks, judgements, printed, exempt }: OfficeYear): OfficeOpenness => ({
  ...(Object.keys(looks).length === 0 ? {} : { units: looks }),
  judgements,
  gazette: {
    from: ['department'],
    ...(Object.keys(printed).length === 0 ? {} : { printed }),
    ...(Object.keys(exempt).length === 0 ? {} : { exempt }),
  },
  annual_reports: { departments: ['department'], governments: ['county'] },
})

interface Context {
  readonly unit: string
  readonly name: string
  readonly tier: string
  readonly year: number
  readonly asOf: string
  readonly random: Random
  /** Whether an inspection names it for a year without any interpretation. */
  readonly isNamed: boolean
}

/** Reports that an inspection named are compared again in the next year, most others sometimes. */
function comparedReport(
  { unit, year, asOf, random }: Context,
  { annual_report: report }: UnitOpenness,
  repeating: ReadonlySet<string>,
): { on: string; repeats: boolean } | null {
  const own = random.stream('compared')
  const isNamed = repeating.has(`${year}/${unit}`)
  const wasNamed = repeating.has(`${year - 1}/${unit}`)
  const on = `${year + 1}-03-${String(own.whole(3, 14)).padStart(2, '0')}`
  if (report === undefined || on > asOf) return null
  if (isNamed) return { on, repeats: true }
  return own.chance(wasNamed ? 0.75 : 0.3) ? { on, repeats: wasNamed && own.chance(0.25) } : null
}

/** Looks of a past year come after the last report is due, those of the present year in July. */
function lookOf({ unit, tier, year, random, isNamed }: Context, isPresent: boolean) {
  const own = random.stream('look')
  // The zones are no departments and no governments: the office types their day.
  const due = tier === 'zone' ? { report_due: `${year + 1}-02-28` } : {}
  if (isPresent) return own.chance(0.4) ? { looked_on: `${year}-07-15` } : null
  if (own.chance(0.1) && !isNamed) return null
  const day = `${year + 1}-04-${String(own.whole(8, 19)).padStart(2, '0')}`
  return {
    looked_on: day,
    ...due,
    ...(isNamed || unit === uninterpreted || own.chance(0.7) ? { complete: true } : {}),
  }
}

function unitLedger(context: Context, office: OfficeYear): UnitOpenness | null {
  const { unit, year, asOf, random, isNamed } = context
  const count = Math.max(isNamed ? 1 : 0, random.whole(0, 3))
  const topics = random.sample(subjects, count)
  const policies: Record<string, Policy> = {}
  const consultations: Record<string, Consultation> = {}
  const oneWay: string[] = []
  for (const [n, topic] of topics.entries()) {
    const id = `${year}-${unit}-${String(n + 1).padStart(2, '0')}`
    const published = dayOf(random, year, '02-01', '11-30')
    if (published > asOf) continue
    const { policy, isOneWay } = policyOf(context, topic, n + 1, published)
    policies[id] = policy
    if (isOneWay) oneWay.push(`policies.${id}.interpretation`)
    judge(context, id, policy, office)
    if (random.chance(0.45)) {
      const consultation = consultationOf(context, topic, published, id)
      if (consultation !== null) consultations[`${year}-${unit}-c${n + 1}`] = consultation
    }
  }
  if (unit === 'zhujian' && asOf < `${year}-12-31`)
    consultations[`${year}-${unit}-c9`] = {
      title: '关于《示例市城市更新条例（征求意见稿）》公开征求意见的公告',
      kind: 'major-decision',
      means: ['notice', 'hearing'],
      opened: addDays(asOf, -10),
      closes: addDays(asOf, 25),
    }
  const report = reportOf(context)
  if (Object.keys(policies).length === 0 && report === null) return null
  return {
    ...(Object.keys(policies).length === 0 ? {} : { policies }),
    ...(Object.keys(consultations).length === 0 ? {} : { consultations }),
    ...(report === null ? {} : { annual_report: report }),
    ...(oneWay.length === 0
      ? {}
      : {
          acknowledged: oneWay.map((at) => ({
            code: 'interpretation-one-way',
            at,
            reason: '网站尚未补上链接，已告知该单位',
          })),
        }),
  }
}

/** A day of a year between two of its days. */
function dayOf(random: Random, year: number, from: string, to: string): string {
  const start = `${year}-${from}`
  const length = daysBetween(start, `${year}-${to}`)
  return addDays(start, random.whole(0, length))
}

const topicOf = (unit: string): string =>
  departments.find(({ id }) => id === unit)?.topic ?? units[unit]?.name ?? unit

function policyOf(
  { unit, name, year, asOf, random, isNamed }: Context,
  topic: string,
  n: number,
  published: string,
): { policy: Policy; isOneWay: boolean } {
  const shape = random.pick(shapes)
  const kind = shape === '工作方案' ? 'important' : 'normative'
  const issuer = name.startsWith('市') ? `示例${name}` : name
  const title = `${issuer}关于印发《${topic}${shape}》的通知`
  const isWithout = isNamed || (unit === uninterpreted && year % 3 === 0) || random.chance(0.18)
  const on = addDays(published, random.pick([0, 0, 0, 1, 3, 5, 12, 40]))
  const [to, from] = random.pick([
    [true, true],
    [true, true],
    [true, false],
    [false, true],
  ] as const)
  const item: InterpretationItem = {
    title: `《${topic}${shape}》解读`,
    form: random.pick(['text', 'text', 'chart', 'questions']),
    published: on,
    url: `https://example.com/openness/${year}/${unit}/${n}-reading.html`,
    ...(random.chance(0.8) ? { links_to_policy: to, linked_from_policy: from } : {}),
  }
  const together = random.chance(0.5)
    ? {
        together: {
          drafted: true,
          reviewed: random.chance(0.85),
          published: on === published,
        },
      }
    : {}
  const interpretation = isWithout || on > asOf ? null : { items: [item], ...together }
  const sent = addDays(published, random.whole(3, 25))
  const isExplained = random.stream(`reason ${n}`).chance(0.15)
  const isSent = units[unit]?.tier === 'department' && sent <= asOf && random.chance(0.7)
  return {
    policy: {
      title,
      number: `示例${topicOf(unit)}规〔${year}〕${n}号`,
      kind,
      ...(random.chance(0.92) ? { disclosure: 'proactive' as const } : {}),
      published,
      url: `https://example.com/openness/${year}/${unit}/${n}.html`,
      ...(interpretation === null ? {} : { interpretation }),
      ...(isSent
        ? { gazette: { sent } }
        : isExplained && units[unit]?.tier === 'department'
          ? { gazette: { reason: random.pick(reasons) } }
          : {}),
    },
    isOneWay:
      interpretation !== null &&
      item.links_to_policy !== undefined &&
      item.links_to_policy !== item.linked_from_policy,
  }
}

/** The office judges most documents, and prints most of those that were sent. */
function judge(
  { year, random, unit, isNamed }: Context,
  id: string,
  { kind, gazette, published }: Policy,
  office: OfficeYear,
): void {
  const own = random.stream(`judge ${id}`)
  if (isNamed || unit === uninterpreted || own.chance(0.85))
    office.judgements[id] =
      kind === 'normative'
        ? { owes: true, reason: '行政规范性文件，涉及群众和企业的权利义务' }
        : isNamed || own.chance(0.6)
          ? { owes: true, reason: '重要政策文件，社会关注' }
          : { owes: false, reason: '只安排机关内部的工作' }
  if (gazette?.sent !== undefined && own.chance(0.8)) {
    const month = Number(published.slice(5, 7))
    office.printed[id] = `${year}年第${Math.min(12, month + 1)}期`
  } else if (gazette === undefined && own.chance(0.04)) office.exempt[id] = '市政府已经全文转发'
}

function consultationOf(
  { year, asOf, random }: Context,
  topic: string,
  published: string,
  policy: string,
): Consultation | null {
  const isMajor = random.chance(0.3)
  const opened = addDays(published, -random.whole(60, 95))
  if (!opened.startsWith(String(year))) return null
  const isShort = random.chance(0.1)
  const isMarket = !isMajor && market.test(topic)
  const length = isMajor ? (isShort ? 15 : 30) : isShort ? 4 : random.whole(isMarket ? 30 : 21, 35)
  const closes = addDays(opened, length)
  const received = random.whole(0, 40)
  const feedbackOn = addDays(closes, random.pick([7, 12, 20, 28, 28, 45, 60]))
  const feedback: Pick<Consultation, 'feedback'> = random.chance(0.15)
    ? { feedback: 'not-yet' }
    : feedbackOn > asOf || random.chance(0.12)
      ? {}
      : { feedback: { published: feedbackOn } }
  return {
    title: `关于《${topic}办法（征求意见稿）》公开征求意见的公告`,
    kind: isMajor ? 'major-decision' : 'normative',
    ...(isMarket ? { market_entities: true } : {}),
    means: isMajor ? ['notice', 'questionnaire', 'hearing'] : ['notice'],
    opened,
    closes,
    ...(isShort ? { shortened: '因应急处置需要，公告写明缩短' } : {}),
    received,
    adopted: random.whole(0, received),
    ...feedback,
    policy,
  }
}

/** Departments report in January, governments by March; a few late, a few not recorded. */
function reportOf({
  tier,
  year,
  unit,
  asOf,
  random,
}: Context): UnitOpenness['annual_report'] | null {
  const own = random.stream('report')
  const [from, to] = tier === 'department' ? ['01-08', '01-31'] : ['01-20', '03-31']
  if (own.chance(0.05)) return null
  const isLate = own.chance(0.08)
  const published = isLate
    ? dayOf(own, year + 1, '04-01', '04-05')
    : dayOf(own, year + 1, from ?? '01-08', to ?? '01-31')
  return published > asOf
    ? null
    : {
        year,
        published,
        url: `https://example.com/openness/${year}/${unit}/report.html`,
      }
}
