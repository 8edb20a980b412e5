import { dateWords, spanWords } from '../date-words.ts'
import type { Model } from '#model/model.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import { isMissing, missingWords } from '#model/figure.ts'
import type {
  ConsultationFacts,
  OpennessYear,
  PolicyFacts,
  UnitYear,
} from '#model/openness-facts.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { isAbout, type OpennessRate, opennessRates } from '#model/openness-rates.ts'
import { unitsByTier } from '#model/unit-record.ts'
import {
  consultationKinds,
  consultationMeans,
  disclosures,
  interpretationForms,
  policyKinds,
} from '#schema/openness-codes.ts'
import * as at from '../addresses.ts'
import { interpretationChart } from '../charts/openness-charts.ts'
import { correctionsIn } from '../corrections.ts'
import { type Link, unitLink, unitName } from '../names.ts'
import { issuesAbout } from '../openness-outcome.ts'
import {
  feedbackWords,
  gazetteWords,
  interpretationWords,
  lengthWords,
  linkStateWords,
  opennessRateText,
  opennessTitle,
  outsideText,
  rateWords,
  annualReportWords,
  thresholdWords,
  timingWords,
  togetherWords,
} from '../openness-words.ts'
import type { StateWords } from '../state-words.ts'
import { formFor, newestOpennessForm } from '../submit.ts'

interface YearProps {
  readonly of: OpennessYear
}

/** The rates of a year by tier, and what each unit has. */
export function opennessYearView(model: Model, { of }: YearProps) {
  const { year, units } = of
  const policies = units.flatMap((one) => one.policies)
  const consultations = units.flatMap((one) => one.consultations)
  const looked = units.filter(({ lookedOn }) => lookedOn !== null)
  const ledgers = units.filter(({ hasLedger }) => hasLedger)
  const tiers = unitsByTier(model.dataset).flatMap(({ tier, label, units: ids }) => {
    const own = units.filter(({ unit }) => ids.includes(unit))
    return own.length === 0 ? [] : [{ id: `tier-${tier}`, label, own }]
  })
  const whole = opennessRates(units).filter(isAbout)
  const byTier = tiers.map(({ label, own }) => ({ label, rates: opennessRates(own) }))
  const others = Object.keys(model.dataset.units).filter(
    (id) => !ledgers.some(({ unit }) => unit === id),
  )
  const none = units.filter(({ hasNoneInYear }) => hasNoneInYear)
  return {
    title: opennessTitle(year),
    lead: `收录${ledgers.length}个单位的台账：政策文件${policies.length}件，征求意见${consultations.length}次；办公室核查过${looked.length}个单位。没有核查的单位，没有收录到的不算逾期；没有判断的文件，不算进比率。`,
    rates: {
      columns: [
        { label: '项目' },
        { label: '合计', number: true },
        ...(byTier.length > 1 ? byTier.map(({ label }) => ({ label, number: true })) : []),
        { label: '没有计入' },
      ],
      rows: whole.map((rate) => [
        rateWords[rate.name].label,
        opennessRateText(model, rate),
        ...(byTier.length > 1
          ? byTier.map(({ rates }) => {
              const own = rates.find(({ name }) => name === rate.name)
              return own === undefined ? '' : opennessRateText(model, own)
            })
          : []),
        outsideText(rate) || '无',
      ]),
    },
    formulas: whole.map(({ name }) => ({
      label: rateWords[name].label,
      value: rateWords[name].formula,
    })),
    thresholds: thresholdNotes(of),
    chart: interpretationChart(model, of),
    difference: differenceWords(of, whole),
    none: none.map(({ unit }) => ({
      label: unitName(model, unit),
      href: at.opennessUnitPage(year, unit),
    })),
    open: consultations
      .filter(({ feedback }) => feedback === 'open')
      .map(({ unit, id, consultation }) => ({
        label: consultation.title,
        href: at.consultationAnchor(year, unit, id),
        note: `${unitName(model, unit)}，${dateWords(consultation.closes)}截止`,
      })),
    groups: tiers.map(({ id, label, own }) => ({
      id,
      label,
      count: own.length,
      rows: own.map((one) => unitRow(model, year, one)),
    })),
    columns: [
      { label: '单位' },
      { label: '核查日期', whole: true },
      { label: '文件', number: true },
      { label: '应解读', number: true },
      { label: '其中有解读', number: true },
      { label: '未判断', number: true },
      { label: '征求意见', number: true },
      { label: '已反馈', number: true },
      { label: '年度报告' },
    ],
    others:
      others.length === 0
        ? null
        : `本站没有收录${others.length}个单位的台账：${others.map((id) => unitName(model, id)).join('、')}。`,
    corrections: correctionsIn(model, `openness/${year}`),
    /** Address of the form in which units fill in their ledgers of the year. */
    form: formFor(model, 'openness', year),
  }
}

/**
 * Why the rate of interpretations has fewer documents than the chart below it, for both places; null
 * where the numbers are the same.
 */
function differenceWords({ units }: OpennessYear, rates: readonly OpennessRate[]) {
  const owed = units.flatMap(({ policies }) => policies.filter(isJudgedOwed)).length
  const rate = rates.find(({ name }) => name === 'interpreted')
  if (rate === undefined || rate.whole === owed) return null
  const { label } = rateWords.interpreted
  const rest = `其余${owed - rate.whole}件尚未核查、期限未到或者日期、期限不详`
  return {
    rates: `“${label}”的分母是判断应当解读、已经核查的${rate.whole}件，不是下图的${owed}件：${rest}。`,
    chart: `图中列出判断应当解读的全部${owed}件，还有尚未判断的；上面的“${label}”只算其中已经核查的${rate.whole}件：${rest}，所以两个数不同。`,
  }
}

const isJudgedOwed = ({ judgement }: PolicyFacts): boolean => judgement?.owes === true

/** The thresholds that judged something, and whether anybody compared them with their document. */
function thresholdNotes({ units }: OpennessYear): string[] {
  const found = new Map<string, boolean>()
  const add = (label: string, threshold: PolicyFacts['threshold']): void => {
    if (threshold !== null) found.set(`${label}${thresholdWords(threshold)}`, threshold.isVerified)
  }
  for (const { policies, consultations } of units) {
    for (const { threshold, judgement } of policies)
      if (judgement?.owes === true) add('解读在文件公开后', threshold)
    for (const { threshold, feedbackThreshold, consultation } of consultations) {
      add(`${consultationKinds[consultation.kind]}征求意见不少于`, threshold)
      add('反馈在截止后', feedbackThreshold)
    }
  }
  return [...found].map(([words, isVerified]) =>
    isVerified ? words : `${words}（尚未与正式文件核对）`,
  )
}

function unitRow(model: Model, year: string, one: UnitYear): (string | Link)[] {
  const { unit, policies, consultations, lookedOn, report } = one
  const owed = policies.filter(({ judgement }) => judgement?.owes === true)
  // A unit without a ledger may have documents all the same.
  const count = (some: readonly unknown[]): string =>
    one.hasLedger ? String(some.length) : '未收录'
  return [
    { label: unitName(model, unit), href: at.opennessUnitPage(year, unit) },
    lookedOn === null ? '尚未核查' : chineseDate(lookedOn),
    count(policies),
    count(owed),
    count(owed.filter(({ interpretation }) => interpretation === 'interpreted')),
    count(policies.filter(({ judgement }) => judgement === null)),
    count(consultations),
    count(consultations.filter(({ feedback }) => feedback === 'published' || feedback === 'late')),
    annualReportWords[report.state].label,
  ]
}

interface UnitProps {
  readonly of: OpennessYear
  readonly unit: UnitYear
}

/** The documents and consultations of a unit in a year, each with its own anchor. */
export function opennessUnitView(model: Model, { of, unit: one }: UnitProps) {
  const { unit, policies, consultations, lookedOn, isComplete, report } = one
  const name = unitName(model, unit)
  const found = issuesAbout(model, of.year, unit)
  return {
    title: `${name}${opennessTitle(of.year)}`,
    lead: one.hasLedger
      ? `本站收录${name}${of.year}年的政策文件${policies.length}件、征求意见${consultations.length}次。`
      : `本站没有收录${name}${of.year}年的台账，只有办公室写下的内容。`,
    facts: [
      { label: '单位', value: unitLink(model, unit) },
      {
        label: '办公室核查',
        value: lookedOn === null ? '尚未核查，没有收录到的不算逾期' : chineseDate(lookedOn),
      },
      ...(lookedOn === null
        ? []
        : [{ label: '文件清单', value: isComplete ? '已核对齐全' : '没有写明齐全' }]),
      ...(one.hasNoneInYear
        ? [{ label: '解读', value: '全年未解读：清单齐全，应解读的文件都没有解读' }]
        : []),
      {
        label: `${of.year}年度报告`,
        value: reportFact(one),
      },
      ...(report.compared === null
        ? []
        : [
            {
              label: '与上年报告比对',
              value: `${report.compared.repeats ? '雷同' : '不雷同'}（${chineseDate(report.compared.on)}比对，人工核对）`,
            },
          ]),
      ...(found.length === 0 ? [] : [{ label: '检查指出的问题', value: [...found] }]),
      ...(report.due === null ? [] : [{ label: '年度报告的期限', value: chineseDate(report.due) }]),
    ],
    policies: policies.map((policy) => policyEntry(model, of.year, policy)),
    consultations: consultations.map((found) => consultationEntry(one, found)),
    corrections: correctionsIn(model, `openness/${of.year}/${unit}`),
    form: formFor(model, 'openness', of.year, unit),
  }
}

function reportFact({ report: { report, state } }: UnitYear): string | Link {
  const day =
    report === null || !isDay(report.published) ? '' : `${chineseDate(report.published)}，`
  const label = `${day}${annualReportWords[state].label}`
  return report?.url === undefined ? label : { label, href: report.url }
}

/** What the page shows of a document or a consultation. */
export interface OpennessEntry {
  readonly id: string
  readonly anchor: string
  readonly title: Link
  readonly text: string
  readonly states: readonly StateWords[]
  readonly facts: { label: string; value: string | Link | Link[] }[]
}

function policyEntry(model: Model, year: string, facts: PolicyFacts): OpennessEntry {
  const { id, policy, judgement, interpretation, gazette, gazetteDue, links, together } = facts
  const { number, kind, disclosure, published, url } = policy
  const items = policy.interpretation?.items ?? []
  const timing = timingWords(facts)
  const office = model.dataset.opennessOffice[year]?.gazette
  const gazetteText =
    gazette === 'printed'
      ? `${gazetteWords.printed.label}：${office?.printed?.[id] ?? ''}`
      : gazette === 'exempt'
        ? `${gazetteWords.exempt.label}：${office?.exempt?.[id] ?? ''}`
        : gazette === 'reason'
          ? `${gazetteWords.reason.label}：${policy.gazette?.reason ?? ''}`
          : gazetteWords[gazette].label
  return {
    id,
    anchor: at.policyAnchorName(id),
    title: { label: policy.title, href: url },
    text: [
      policyKinds[kind],
      ...(number === undefined || isMissing(number) ? [] : [number]),
      ...(disclosure === undefined ? [] : [disclosures[disclosure]]),
      isDay(published) ? `${chineseDate(published)}公开` : `公开日期${dateWords(published)}`,
    ].join('、'),
    states: [interpretationWords[interpretation]],
    facts: [
      ...(number !== undefined && isMissing(number)
        ? [{ label: '发文字号', value: missingWords[number] }]
        : []),
      ...(judgement === null
        ? []
        : [
            {
              label: judgement.owes ? '应当解读' : '不用解读',
              value: judgement.reason,
            },
          ]),
      ...(items.length === 0
        ? []
        : [
            {
              label: '解读',
              value: items.map((item) => ({
                label: `${item.title}（${interpretationForms[item.form]}，${dateWords(item.published)}）`,
                href: item.url,
              })),
            },
          ]),
      ...(timing === null ? [] : [{ label: '发布早晚', value: timing }]),
      ...(links === null ? [] : [{ label: '互相链接', value: linkStateWords[links] }]),
      ...(judgement?.owes === true || together !== 'not-recorded'
        ? [{ label: '三同步', value: togetherWords[together] }]
        : []),
      ...(gazette === 'no-duty' ? [] : [{ label: '政府公报', value: gazetteText }]),
      ...(gazetteDue === null ? [] : [{ label: '报送公报的期限', value: chineseDate(gazetteDue) }]),
    ],
  }
}

function consultationEntry(of: UnitYear, facts: ConsultationFacts): OpennessEntry {
  const { id, consultation, feedback, feedbackDue } = facts
  const { kind, means = [], opened, closes, shortened, received, adopted, url } = consultation
  const answer = consultation.feedback
  const policy = of.policies.find((one) => one.id === consultation.policy)
  const counted = (label: string, count: typeof received) =>
    count === undefined
      ? []
      : [{ label, value: typeof count === 'number' ? `${count}条` : missingWords[count] }]
  return {
    id,
    anchor: at.consultationAnchorName(id),
    title: { label: consultation.title, href: url },
    text: [
      consultationKinds[kind],
      ...means.map((one) => consultationMeans[one]),
      ...(consultation.market_entities === true ? ['涉及经营主体'] : []),
      spanWords(opened, closes),
    ].join('、'),
    states: [
      feedbackWords[feedback],
      // What the unit says stays beside a look that could not judge.
      ...(answer === 'not-yet' && (feedback === 'not-due' || feedback === 'day-unknown')
        ? [feedbackWords['not-yet']]
        : []),
    ],
    facts: [
      { label: '天数', value: lengthWords(facts) },
      ...(shortened === undefined ? [] : [{ label: '缩短的理由', value: shortened }]),
      ...counted('收到意见', received),
      ...counted('采纳意见', adopted),
      ...(typeof answer === 'object'
        ? [{ label: '反馈', value: { label: dateWords(answer.published), href: answer.url } }]
        : []),
      ...(feedbackDue === null ? [] : [{ label: '反馈的期限', value: chineseDate(feedbackDue) }]),
      ...(policy === undefined
        ? []
        : [
            {
              label: '后来印发',
              value: { label: policy.policy.title, href: `#${at.policyAnchorName(policy.id)}` },
            },
          ]),
    ],
  }
}

/** The newest ledger of a unit and the form for it, for its page; none on a site without ledgers. */
export function opennessOfUnit(model: Model, unit: string): Link[] {
  const newest = opennessYears(model).findLast(({ units }) =>
    units.some((one) => one.unit === unit),
  )
  const form = newestOpennessForm(model, unit)
  return [
    ...(newest === undefined
      ? []
      : [{ label: `${newest.year}年`, href: at.opennessUnitPage(newest.year, unit) }]),
    ...(form === null ? [] : [{ label: '在线填报', href: form }]),
  ]
}
