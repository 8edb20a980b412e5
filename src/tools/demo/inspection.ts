import { addDays } from '#model/calendar.ts'
import { honestPercent } from '#model/ratio.ts'
import type { Group } from '#schema/group.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import { makeAppendices } from './appendices.ts'
import { makeIssues } from './issues.ts'
import { issuer } from './names.ts'
import { makeDeadlines, requirementsIn } from './orders.ts'
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
import { monthBefore, workingDay, type Quarter } from './quarters.ts'
import type { Random } from './random.ts'
import { problemWeight, type RosterChannel } from './roster.ts'

/** The data file of one quarter, with words that are only in its bulletin. */
export interface DemoInspection {
  readonly quarter: Quarter
  readonly file: InspectionFile
  /** The words that introduce each issue, by issue id. */
  readonly causes: ReadonlyMap<string, string>
}

interface QuarterPlan {
  readonly quarter: Quarter
  /** Index of the quarter, and the number of quarters. */
  readonly place: number
  readonly quarters: number
  readonly issues: number
  /** Planted mistake: the printed rate of accounts is truncated instead of rounded. */
  readonly truncated: boolean
  /** Planted case: no messages were received, so there is no rate. */
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
    .sample(failable(population.websites), chancesOfWebsites(random), ({ unit }) =>
      problemWeight(unit),
    )
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
    namesAll: quarter.number === 1,
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
  // Some documents lack their number and date.
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
      requirements: requirementsIn(quarter),
      ...(Object.keys(appendices).length > 0 ? { appendices } : {}),
      ...(accounts.coverage === 'sample' ? { remarks: [remark] } : {}),
    },
    causes: new Map(numbered.map(([id, { cause }]) => [id, cause])),
  }
}

/** A portal never fails in the sample city, so that no tier has a rate of zero. */
const failable = (websites: readonly RosterChannel[]): RosterChannel[] =>
  websites.filter(({ id }) => id !== 'city-website')

const chancesOfWebsites = (random: Random): number =>
  random.stream('number of websites').chance(0.35) ? 1 : 0

function planAccounts(random: Random, population: Population, { quarter, truncated }: QuarterPlan) {
  const coverage: 'full' | 'sample' = quarter.number === 2 ? 'sample' : 'full'
  const planned = checkedAccounts(population.accounts, coverage, 0)
  const usual = { leftOut: 0, failed: random.pick([0, 1, 1, 1, 2, 2, 3, 4]) }
  const { leftOut, failed: count } = truncated ? truncation(planned) : usual
  const failed = random.sample(population.accounts, count, ({ unit }) => problemWeight(unit))
  return { coverage, leftOut, truncated, failed }
}

function opennessArea(random: Random, { number }: Quarter): Group {
  if (number === 2) return { coverage: 'sample', tally: { checked: random.whole(24, 36) } }
  // Of the third quarter, the document does not say which units were inspected.
  return number === 3 ? {} : { coverage: 'full' }
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
        // Messages whose limit has not passed are not part of the rate.
        ...(open > 0 ? { denominator: 'closed' as const } : {}),
      },
    },
  }
}

const isLate = ({ tally }: Group): boolean =>
  tally?.closed_on_time !== tally?.closed && tally?.valid !== 0
