import { isDay } from '#model/calendar.ts'
import { isMissing } from '#model/figure.ts'
import type { ConsultationFacts, PolicyFacts, UnitYear } from '#model/openness-facts.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { isAbout, opennessRates, type OpennessRate } from '#model/openness-rates.ts'
import { unitsByTier } from '#model/unit-record.ts'
import {
  consultationKinds,
  consultationMeans,
  disclosures,
  policyKinds,
} from '#schema/openness-codes.ts'
import { type Missing, missing } from '#schema/scalars.ts'
import {
  feedbackWords,
  gazetteWords,
  interpretationWords,
  labelsOf,
  lengthNames,
  linkStateWords,
  opennessRateText,
  outsideText,
  rateWords,
  annualReportWords,
  timingNames,
  togetherWords,
} from '../openness-words.ts'
import { unitColumn, unitNameColumn } from './columns.ts'
import { tableKind } from './kind.ts'
import type { DataAsOf } from '#model/model.ts'
import { unitName } from '../names.ts'
import { type Column, column, listOr, or, type Value } from './table.ts'

const year = column('year', '年度', 'Year', '台账的年度', 'Year of the ledger')
const tier = column('tier_name', '层级', 'Tier name', '单位的层级', 'Tier of the unit')

/** A day, or the reason that is typed instead. */
const dayOr = (day: string | undefined): Value =>
  day === undefined ? { gap: 'not-recorded' } : isDay(day) ? day : { gap: day as Missing }

const dayColumn = (
  key: string,
  title: string,
  english: string,
  description: string,
  englishDescription: string,
): Column =>
  column(key, title, english, description, englishDescription, {
    type: 'date',
    gaps: missing.options,
  })

const codes = (words: Readonly<Record<string, string>>): Partial<Column> => ({ codes: words })

type OfYear<T> = T & { readonly year: string }

const unitYears = (data: DataAsOf): OfYear<{ of: UnitYear }>[] =>
  opennessYears(data).flatMap(({ year: name, units }) => units.map((of) => ({ year: name, of })))

const address = (english: string): Column =>
  column('url', '网址', 'Address', '公开的网址', english, { gaps: ['not-recorded'] })

export const policies = tableKind<
  OfYear<{ facts: PolicyFacts; tier: string; issue: string | undefined }>
>({
  name: 'policies',
  title: '政策文件',
  english: 'Policies',
  description: '各单位的政策文件和解读，每行一件；要不要解读由办公室判断，没有判断的写明',
  englishDescription:
    'Policy documents of the units with their interpretation, one row each; whether a document owes one is the judgement of the office',
  key: ['id'],
  items: (data) =>
    unitYears(data).flatMap(({ year: name, of }) =>
      of.policies.map((facts) => ({
        year: name,
        facts,
        tier: of.tier,
        issue: data.dataset.opennessOffice[name]?.gazette?.printed?.[facts.id],
      })),
    ),
  belongs: ({ year: name, facts }) => ({ openness: name, units: [facts.unit] }),
  columns: [
    {
      ...column('id', '编号', 'Id', '文件的编号，也是网址里的位置', 'Id of the document'),
      value: ({ facts }) => facts.id,
    },
    { ...year, value: (one) => one.year },
    { ...unitColumn, value: ({ facts }) => facts.unit },
    { ...unitNameColumn, value: ({ facts }, data) => unitName(data, facts.unit) },
    { ...tier, value: ({ tier: id }, { dataset }) => dataset.site.tiers[id] ?? id },
    {
      ...column('title', '标题', 'Title', '文件的标题', 'Title of the document'),
      value: ({ facts }) => facts.policy.title,
    },
    {
      ...column('number', '发文字号', 'Number', '文件的发文字号', 'Number of the document', {
        gaps: missing.options,
      }),
      value: ({ facts: { policy } }) =>
        policy.number === undefined
          ? { gap: 'not-recorded' }
          : isMissing(policy.number)
            ? { gap: policy.number }
            : policy.number,
    },
    {
      ...column('kind', '种类', 'Kind', '文件的种类', 'Kind of the document', codes(policyKinds)),
      value: ({ facts }) => facts.policy.kind,
    },
    {
      ...column('disclosure', '公开属性', 'Disclosure', '公开属性', 'How it is disclosed', {
        ...codes(disclosures),
        gaps: ['not-recorded'],
      }),
      value: ({ facts }) => or(facts.policy.disclosure, 'not-recorded'),
    },
    {
      ...dayColumn('published', '公开日期', 'Published', '文件公开的日期', 'Day of publication'),
      value: ({ facts }) => dayOr(facts.policy.published),
    },
    {
      ...column(
        'interpretation',
        '解读情况',
        'Interpretation',
        '判断和解读的情况；早晚、未见只在核查以后才写',
        'State of its interpretation; nothing is missing or overdue before the office has looked',
        codes(labelsOf(interpretationWords)),
      ),
      value: ({ facts }) => facts.interpretation,
    },
    {
      ...column('reason', '判断的理由', 'Reason', '要不要解读的理由', 'Reason of the judgement', {
        gaps: ['none'],
      }),
      value: ({ facts }) => or(facts.judgement?.reason, 'none'),
    },
    {
      ...column(
        'timing',
        '解读早晚',
        'Timing',
        '第一份解读与文件相比；只写应解读、有解读的',
        'When the first interpretation came, for documents that owe one',
        { ...codes(timingNames), gaps: ['not-applicable'] },
      ),
      value: ({ facts }) => or(facts.timing, 'not-applicable'),
    },
    {
      ...column(
        'delay',
        '间隔天数',
        'Delay',
        '文件公开到第一份解读发布的天数',
        'Days from the document to its first interpretation',
        { type: 'integer', unit: '天', gaps: ['not-applicable'] },
      ),
      value: ({ facts }) => or(facts.delay, 'not-applicable'),
    },
    {
      ...column(
        'links',
        '互相链接',
        'Links',
        '文件和解读有没有互相链接；只写应解读、有解读的',
        'Whether document and interpretation link to each other',
        { ...codes(linkStateWords), gaps: ['not-applicable'] },
      ),
      value: ({ facts }) => or(facts.links, 'not-applicable'),
    },
    {
      ...column(
        'together',
        '三同步',
        'Together',
        '起草、审批、发布是否同步，只凭单位填报',
        'Whether both were drafted, reviewed and published together, as the unit reports',
        codes(togetherWords),
      ),
      value: ({ facts }) => facts.together,
    },
    {
      ...column('gazette', '政府公报', 'Gazette', '报送和刊登的情况', 'State in the gazette', {
        ...codes(labelsOf(gazetteWords)),
      }),
      value: ({ facts }) => facts.gazette,
    },
    {
      ...column('gazette_issue', '公报期号', 'Issue', '刊登在哪一期', 'Issue of the gazette', {
        gaps: ['none'],
      }),
      value: ({ issue }) => or(issue, 'none'),
    },
    {
      ...address('Address of the document'),
      value: ({ facts }) => or(facts.policy.url, 'not-recorded'),
    },
  ],
})

export const consultations = tableKind<OfYear<{ facts: ConsultationFacts }>>({
  name: 'consultations',
  title: '征求意见',
  english: 'Consultations',
  description: '各单位公开征求意见的起止、天数、收到和采纳的意见、反馈，每行一次',
  englishDescription:
    'Consultations of the units: their days, opinions received and adopted, and feedback, one row each',
  key: ['id'],
  items: (data) =>
    unitYears(data).flatMap(({ year: name, of }) =>
      of.consultations.map((facts) => ({ year: name, facts })),
    ),
  belongs: ({ year: name, facts }) => ({ openness: name, units: [facts.unit] }),
  columns: [
    {
      ...column('id', '编号', 'Id', '征求意见的编号，也是网址里的位置', 'Id of the consultation'),
      value: ({ facts }) => facts.id,
    },
    { ...year, value: (one) => one.year },
    { ...unitColumn, value: ({ facts }) => facts.unit },
    { ...unitNameColumn, value: ({ facts }, data) => unitName(data, facts.unit) },
    {
      ...column('title', '标题', 'Title', '公告的标题', 'Title of the notice'),
      value: ({ facts }) => facts.consultation.title,
    },
    {
      ...column('kind', '种类', 'Kind', '征求意见的种类', 'What it is about', {
        ...codes(consultationKinds),
      }),
      value: ({ facts }) => facts.consultation.kind,
    },
    {
      ...column('means', '方式', 'Means', '征求意见的方式', 'How opinions are asked for', {
        type: 'list',
        gaps: ['not-recorded'],
      }),
      value: ({ facts }) =>
        listOr(
          facts.consultation.means?.map((one) => consultationMeans[one]),
          'not-recorded',
        ),
    },
    {
      ...dayColumn('opened', '开始日期', 'Opened', '开始的日期', 'First day'),
      value: ({ facts }) => dayOr(facts.consultation.opened),
    },
    {
      ...dayColumn('closes', '截止日期', 'Closes', '截止的日期', 'Last day'),
      value: ({ facts }) => dayOr(facts.consultation.closes),
    },
    {
      ...column(
        'days',
        '天数',
        'Days',
        '开放的天数，首尾都算；目录按工作日规定的，是工作日',
        'Days for which it was open, with the first and the last; working days where the catalogue counts them',
        { type: 'integer', gaps: ['not-recorded'] },
      ),
      value: ({ facts }) => or(facts.days, 'not-recorded'),
    },
    {
      ...column(
        'length',
        '天数与目录相比',
        'Length',
        '与指标目录写明的天数相比',
        'Against the days that the catalogue asks for',
        codes(lengthNames),
      ),
      value: ({ facts }) => facts.length,
    },
    ...(['received', 'adopted'] as const).map((key) => ({
      ...column(
        key,
        key === 'received' ? '收到意见' : '采纳意见',
        key === 'received' ? 'Received' : 'Adopted',
        key === 'received' ? '收到的意见' : '采纳的意见',
        key === 'received' ? 'Opinions received' : 'Opinions adopted',
        { type: 'integer', gaps: missing.options },
      ),
      value: ({ facts }: { readonly facts: ConsultationFacts }): Value => {
        const count = facts.consultation[key]
        if (count === undefined) return { gap: 'not-recorded' }
        return typeof count === 'number' ? count : { gap: count }
      },
    })),
    {
      ...column(
        'feedback',
        '反馈',
        'Feedback',
        '意见采纳情况的反馈；未见、逾期只在核查以后才写',
        'State of its feedback; nothing is overdue before the office has looked',
        codes(labelsOf(feedbackWords)),
      ),
      value: ({ facts }) => facts.feedback,
    },
    {
      ...dayColumn('feedback_on', '反馈日期', 'Feedback on', '反馈的日期', 'Day of the feedback'),
      value: ({ facts: { consultation } }) =>
        typeof consultation.feedback === 'object'
          ? dayOr(consultation.feedback.published)
          : { gap: 'not-recorded' },
    },
    {
      ...column(
        'policy',
        '后来印发的文件',
        'Policy',
        '后来印发的文件的编号',
        'Id of the document that followed',
        { gaps: ['not-recorded'], refersTo: 'policies' },
      ),
      value: ({ facts }) => or(facts.consultation.policy, 'not-recorded'),
    },
    {
      ...address('Address of the notice'),
      value: ({ facts }) => or(facts.consultation.url, 'not-recorded'),
    },
  ],
})

const counted = (key: string, title: string, english: string, englishDescription: string): Column =>
  column(key, title, english, title, englishDescription, { type: 'integer' })

/** A count of what the unit's own ledger has; not recorded where there is none. */
const countedIn = (...[key, title, english, englishDescription]: Parameters<typeof counted>) =>
  column(key, title, english, title, englishDescription, {
    type: 'integer',
    gaps: ['not-recorded'],
  })
const inLedger = ({ hasLedger }: UnitYear, count: number): Value =>
  or(hasLedger ? count : null, 'not-recorded')

export const openness = tableKind<OfYear<{ of: UnitYear }>>({
  name: 'openness',
  title: '政务公开台账',
  english: 'Openness ledger',
  description: '各单位各年的台账：核查、文件、解读、征求意见和年度报告，每行一个单位一年',
  englishDescription:
    'What each unit has in a year: looks of the office, documents, interpretations, consultations and the annual report, one row a unit and year',
  key: ['year', 'unit'],
  items: unitYears,
  belongs: ({ year: name, of }) => ({ openness: name, units: [of.unit] }),
  columns: [
    { ...year, value: (one) => one.year },
    { ...unitColumn, value: ({ of }) => of.unit },
    { ...unitNameColumn, value: ({ of }, data) => unitName(data, of.unit) },
    {
      ...tier,
      value: ({ of }, { dataset }) => dataset.site.tiers[of.tier] ?? of.tier,
    },
    {
      ...column('looked_on', '核查日期', 'Looked on', '办公室核查的日期', 'Day of the look', {
        type: 'date',
        gaps: ['not-recorded'],
      }),
      value: ({ of }) => or(of.lookedOn, 'not-recorded'),
    },
    {
      ...column('complete', '清单齐全', 'Complete', '办公室核对过清单齐全', 'List is complete', {
        type: 'yes-no',
      }),
      value: ({ of }) => of.isComplete,
    },
    {
      ...countedIn('policies', '文件', 'Policies', 'Documents'),
      value: ({ of }) => inLedger(of, of.policies.length),
    },
    {
      ...countedIn('owing', '应解读', 'Owing', 'Documents judged to owe an interpretation'),
      value: ({ of }) =>
        inLedger(of, of.policies.filter(({ judgement }) => judgement?.owes === true).length),
    },
    {
      ...countedIn('interpreted', '其中有解读', 'Interpreted', 'Those of them that have one'),
      value: ({ of }) =>
        inLedger(
          of,
          of.policies.filter(({ interpretation }) => interpretation === 'interpreted').length,
        ),
    },
    {
      ...countedIn('not_judged', '未判断', 'Not judged', 'Documents that nobody has judged'),
      value: ({ of }) =>
        inLedger(of, of.policies.filter(({ judgement }) => judgement === null).length),
    },
    {
      ...countedIn('consultations', '征求意见', 'Consultations', 'Consultations begun in the year'),
      value: ({ of }) => inLedger(of, of.consultations.length),
    },
    {
      ...countedIn('feedback', '已反馈', 'Feedback', 'Consultations with feedback'),
      value: ({ of }) =>
        inLedger(
          of,
          of.consultations.filter(({ feedback }) => feedback === 'published' || feedback === 'late')
            .length,
        ),
    },
    {
      ...column(
        'none_in_year',
        '全年未解读',
        'None in year',
        '清单齐全、全年一件也没有解读',
        'Whether the list is complete and no document has an interpretation',
        {
          type: 'yes-no',
        },
      ),
      value: ({ of }) => of.hasNoneInYear,
    },
    {
      ...column(
        'report',
        '年度报告',
        'Annual report',
        '年度报告的公布情况',
        'State of its annual report',
        {
          ...codes(labelsOf(annualReportWords)),
        },
      ),
      value: ({ of }) => of.report.state,
    },
    {
      ...dayColumn(
        'report_published',
        '年度报告日期',
        'Report published',
        '年度报告公布的日期',
        'Day of its annual report',
      ),
      value: ({ of }) => dayOr(of.report.report?.published),
    },
    {
      ...column(
        'report_due',
        '年度报告期限',
        'Report due',
        '年度报告的期限',
        'Last day for its annual report',
        {
          type: 'date',
          gaps: ['not-recorded'],
        },
      ),
      value: ({ of }) => or(of.report.due, 'not-recorded'),
    },
    {
      ...column(
        'report_repeats',
        '与上年雷同',
        'Report repeats',
        '年度报告与上年比对以后，人工核对是不是雷同',
        'Whether a person found that the report repeats that of the year before',
        { type: 'yes-no', gaps: ['not-recorded'] },
      ),
      value: ({ of }) => or(of.report.compared?.repeats, 'not-recorded'),
    },
  ],
})

interface RateRow {
  readonly year: string
  readonly tier: string
  readonly rate: OpennessRate
}

/** The rates of a year: of all units, then of each tier where there are several. */
function rateRows(data: DataAsOf): RateRow[] {
  const tiers = unitsByTier(data.dataset)
  return opennessYears(data).flatMap(({ year: name, units }) => {
    const scopes = tiers
      .map(({ label, units: ids }) => ({
        label,
        own: units.filter(({ unit }) => ids.includes(unit)),
      }))
      .filter(({ own }) => own.length > 0)
    return [{ label: '合计', own: units }, ...scopes].flatMap(({ label, own }) =>
      opennessRates(own)
        .filter(isAbout)
        .map((rate) => ({ year: name, tier: label, rate })),
    )
  })
}

export const opennessRateTable = tableKind<RateRow>({
  name: 'openness-rates',
  title: '政务公开的比率',
  english: 'Openness rates',
  description: '台账的各项比率，按年和层级，每行一个；分母只算有人判断、核查过的',
  englishDescription:
    'Rates of the ledger by year and tier, one row each; denominators hold only what somebody has judged and looked at',
  key: ['year', 'tier_name', 'rate'],
  items: rateRows,
  belongs: ({ year: name }) => ({ openness: name }),
  columns: [
    { ...year, value: (one) => one.year },
    { ...tier, description: '单位的层级，或合计', value: (one) => one.tier },
    {
      ...column('rate', '比率', 'Rate', '是什么比率', 'Which rate', {
        codes: Object.fromEntries(
          Object.entries(rateWords).map(([name, { label }]) => [name, label]),
        ),
      }),
      value: ({ rate }) => rate.name,
    },
    {
      ...column('rate_name', '比率名称', 'Rate name', '比率的名称', 'Name of the rate'),
      value: ({ rate }) => rateWords[rate.name].label,
    },
    {
      ...counted('numerator', '分子', 'Numerator', 'Numerator'),
      value: ({ rate }) => rate.part,
    },
    {
      ...counted('denominator', '分母', 'Denominator', 'Denominator; 0 where there is no rate'),
      value: ({ rate }) => rate.whole,
    },
    {
      ...column('shown', '页面的写法', 'As shown', '页面上的写法', 'As the pages write it'),
      value: ({ rate }, data) => opennessRateText(data, rate),
    },
    {
      ...column(
        'outside',
        '没有计入',
        'Left out',
        '没有计入分母的，按原因计数',
        'What is in no denominator, counted by its reason',
        { gaps: ['none'] },
      ),
      value: ({ rate }) => or(outsideText(rate) || null, 'none'),
    },
  ],
})
