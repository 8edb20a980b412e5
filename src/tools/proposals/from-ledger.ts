import { dateWords } from '#view/date-words.ts'
import { authoredFile } from '#schema/authored-files.ts'
import { chineseDate, daysBetween, isDay } from '#model/calendar.ts'
import { isMissing } from '#model/figure.ts'
import type { Model } from '#model/model.ts'
import { opennessYears, type PolicyFacts } from '#model/openness-facts.ts'
import { opennessFindings, type OpennessFinding } from '#model/openness-findings.ts'
import { type OpennessRateName, opennessRates } from '#model/openness-rates.ts'
import type { DayThreshold } from '#model/openness-thresholds.ts'
import { type Holidays, workingDaysBetween } from '#model/working-days.ts'
import { product } from '#build/product.ts'
import { unitName } from '#view/names.ts'
import { outsideText, rateWords } from '#view/openness-words.ts'
import { fingerprintOf, type Proposal, proposalId } from './proposal.ts'

/** What the ledger is called in a proposal. */
const source = '政务公开台账'

/** Lines of evidence that a proposal carries. */
const maxLines = 50

/** The name of the run for a year: the next run of the year replaces its proposals. */
export const ledgerRun = (year: string): string => `openness-${year}`

/**
 * The findings of the ledger of a year as proposals. What nobody has judged, or the office has not
 * looked at, is in none.
 *
 * @param hashOf the SHA-256 of an authored file; null if it cannot be read
 */
export function ledgerProposals(
  model: Model,
  year: string,
  hashOf: (file: string) => string | null,
): Proposal[] {
  const of = opennessYears(model).find((one) => one.year === year)
  if (of === undefined) return []
  const program = `${product.name} ${product.version}`
  return opennessFindings(of).map((finding): Proposal => {
    const { unit } = finding.of
    const { records, lines, ...words } = findingWords(finding, year, model.dataset.site.holidays)
    // The day of the look is no part of it: a dismissed finding does not come back with the next look.
    const fingerprint = fingerprintOf([source, finding.kind, unit, year, ...records])
    return {
      id: proposalId(fingerprint),
      fingerprint,
      source,
      run: ledgerRun(year),
      kind: finding.kind,
      unit: unitName(model, unit),
      ...words,
      about: {
        finding: finding.kind,
        year: Number(year),
        ...(records.length === 0 ? {} : { records: [...records] }),
      },
      evidence: {
        page: null,
        files: [authoredFile('openness', year, unit), authoredFile('openness-office', year)].map(
          (path) => ({ path, sha256: hashOf(path) }),
        ),
        texts: [],
        lines: lines.slice(0, maxLines),
        program,
      },
    }
  })
}

/** The rates whose cases may be proposed. */
const proposed: readonly OpennessRateName[] = [
  'interpreted',
  'gazette-sent',
  'feedback',
  'report-on-time',
]

/**
 * What the ledger of a year could not tell, in words: what nobody has judged or looked at, or has no day,
 * counted by its reason.
 */
export function untoldWords(model: Model, year: string): string[] {
  const units = opennessYears(model).find((one) => one.year === year)?.units ?? []
  const open = units
    .flatMap(({ consultations }) => consultations)
    .filter(({ feedback }) => feedback === 'none-at-look').length
  return opennessRates(units).flatMap((rate) => {
    if (!proposed.includes(rate.name)) return []
    const outside =
      rate.name === 'feedback' && open > 0
        ? [...rate.outside, { reason: 'no-threshold' as const, count: open }]
        : rate.outside
    return outside.length === 0
      ? []
      : [`${rateWords[rate.name].label}：${outsideText({ outside })}`]
  })
}

type Words = Pick<Proposal, 'says' | 'measurement' | 'threshold' | 'suggestion'> & {
  /** The ids that tell the finding from others of its kind. */
  readonly records: readonly string[]
  readonly lines: string[]
}

function findingWords(finding: OpennessFinding, year: string, holidays: Holidays): Words {
  const look = `${chineseDate(finding.lookedOn)}核查`
  switch (finding.kind) {
    case 'no-interpretation': {
      const { policies } = finding
      return {
        records: policies.map(({ id }) => id).sort(),
        says: `${year}年应解读的${policies.length}件文件都没有解读，清单已核对齐全（${look}）`,
        measurement: { what: '全年应解读、没有解读的文件', value: policies.length, unit: '件' },
        threshold: null,
        suggestion: `${year}年全年未针对政策文件制作解读材料`,
        lines: policies.map((policy) => `${policyLine(policy)}；${look}，未见解读`),
      }
    }
    case 'interpretation': {
      const { policy } = finding
      return {
        ...(policy.interpretation === 'overdue'
          ? sinceThen('文件公开到核查时没有解读的天数', policy.policy.published, finding.lookedOn, {
              threshold: policy.threshold,
              holidays,
            })
          : one('核查时未见解读的文件', '件')),
        records: [policy.id],
        says: `${policy.policy.title}应当解读，${look}时未见解读`,
        suggestion: `未针对${policy.policy.title}制作解读材料`,
        lines: [`${policyLine(policy)}；${look}，未见解读`],
      }
    }
    case 'gazette': {
      const { policy } = finding
      return {
        ...one('应当报送公报、核查时未见报送的文件', '件'),
        records: [policy.id],
        says: `${policy.policy.title}应当报送政府公报，${look}时未见报送`,
        suggestion: `未向政府公报报送${policy.policy.title}`,
        lines: [`${policyLine(policy)}；${look}，未见报送政府公报`],
      }
    }
    case 'feedback': {
      const {
        consultation: { id, consultation, feedbackDue, feedbackThreshold },
      } = finding
      const due = feedbackDue === null ? '' : `，反馈的期限是${chineseDate(feedbackDue)}`
      return {
        ...sinceThen('截止到核查时没有反馈的天数', consultation.closes, finding.lookedOn, {
          threshold: feedbackThreshold,
          holidays,
        }),
        records: [id],
        says: `${consultation.title}的反馈期限已过，${look}时未见反馈`,
        suggestion: `未按期反馈${consultation.title}的意见采纳情况`,
        lines: [
          `${consultation.title}（编号${id}）：${dateWords(consultation.closes)}截止${due}；${look}，未见反馈`,
        ],
      }
    }
    case 'report': {
      const { due } = finding.of.report
      return {
        ...one('核查时未见的年度报告', '份'),
        records: [],
        says: `${year}年度报告的期限已过，${look}时未见`,
        suggestion: `未按期公布${year}年政府信息公开工作年度报告`,
        lines: [
          `${year}年度报告的期限是${due === null ? '' : chineseDate(due)}；${look}，未见公布`,
        ],
      }
    }
  }
}

const one = (what: string, unit: string): Pick<Words, 'measurement' | 'threshold'> => ({
  measurement: { what, value: 1, unit },
  threshold: null,
})

/**
 * The days from a day to the look, in the unit of the catalogue and beside its days; in calendar days
 * without them where working days cannot be counted.
 */
function sinceThen(
  what: string,
  from: string,
  lookedOn: string,
  { threshold, holidays }: { readonly threshold: DayThreshold | null; readonly holidays: Holidays },
): Pick<Words, 'measurement' | 'threshold'> {
  const isWorking = threshold?.isWorking === true
  const unit = isWorking ? '个工作日' : '天'
  const value = isWorking
    ? workingDaysBetween(from, lookedOn, holidays)
    : daysBetween(from, lookedOn)
  if (threshold === null || value === null)
    return {
      measurement: { what, value: daysBetween(from, lookedOn), unit: '天' },
      threshold: null,
    }
  return {
    measurement: { what, value, unit },
    threshold: { value: threshold.days, unit, verified: threshold.isVerified },
  }
}

/** A document with what its finding rests on. */
function policyLine({ id, policy, judgement }: PolicyFacts): string {
  const { title, number, published } = policy
  const reference = number === undefined || isMissing(number) ? '' : `${number}，`
  const day = isDay(published) ? `${chineseDate(published)}公开` : `公开日期${dateWords(published)}`
  const reason = judgement?.owes === true ? `；办公室判断应当解读：${judgement.reason}` : ''
  return `${title}（${reference}编号${id}）：${day}${reason}`
}
