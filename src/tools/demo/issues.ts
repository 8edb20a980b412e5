import type { Issue } from '#schema/issue.ts'
import type { AreaId, Finding } from './findings.ts'
import { failures, lateMessage, ordinaryFindings } from './findings.ts'
import type { Population } from './population.ts'
import type { Random } from './random.ts'
import { makeSteps } from './rectification.ts'
import { problemWeight, units, type RosterChannel } from './roster.ts'

/** An issue with the words that introduce it in the bulletin. */
export interface DraftIssue {
  readonly cause: string
  readonly issue: Issue
}

interface IssuePlan {
  readonly year: number
  readonly count: number
  readonly population: Population
  readonly failedWebsites: readonly RosterChannel[]
  readonly failedAccounts: readonly RosterChannel[]
  readonly lateMessages: boolean
  /** Whether the document names every unit that has a finding. */
  readonly namesAll: boolean
  /** Whether a veto finding was rectified in time and does not count. */
  readonly spared: boolean
  readonly published: string
  /** How many quarters ago; determines the progress of rectification. */
  readonly age: number
  readonly asOf: string
}

export const areaOrder: readonly AreaId[] = ['openness', 'websites', 'media', 'messages']

const prominent = '存在突出问题'

/** The findings of a quarter in the order in which the bulletin prints them. */
export function makeIssues(random: Random, plan: IssuePlan): DraftIssue[] {
  const counted = [
    ...countedIssues(random.stream('websites'), 'websites', plan.failedWebsites),
    ...countedIssues(random.stream('media'), 'media', plan.failedAccounts),
    ...(plan.spared ? [sparedIssue(random.stream('spared'), plan)] : []),
  ]
  const late = plan.lateMessages
    ? [ordinaryIssue(random.stream('late'), lateMessage, plan, 'units')]
    : []
  const ordinary = ordinaryIssues(
    random.stream('ordinary'),
    plan,
    Math.max(3, plan.count - counted.length - late.length),
  )
  const drafts = [...counted, ...late, ...ordinary]
  const steps = random.stream('rectification')
  let place = 0
  return areaOrder
    .flatMap((area) => drafts.filter(({ issue }) => issue.area === area))
    .map(({ cause, issue }) => {
      const rectification = makeSteps(steps, issue, { ...plan, place })
      if (issue.units !== 'not-stated') place++
      return { cause, issue: rectification.length === 0 ? issue : { ...issue, rectification } }
    })
}

/** Findings of failed channels, one for each indicator. */
function countedIssues(
  random: Random,
  area: AreaId,
  failed: readonly RosterChannel[],
): DraftIssue[] {
  const known = failures.filter((finding) => finding.area === area)
  const groups = new Map<Finding, RosterChannel[]>()
  for (const channel of failed) {
    const finding = random.pick(known)
    groups.set(finding, [...(groups.get(finding) ?? []), channel])
  }
  return [...groups].map(([finding, channels]) => ({
    cause: random.pick(finding.causes),
    issue: {
      area,
      units: ownersOf(channels),
      channels: channels.map(({ id }) => id),
      indicators: [finding.indicator],
      printed_status: prominent,
      severity: finding.kind === 'veto' ? 'veto' : 'ordinary',
      counts_in_rate: true,
      text: random.pick(finding.texts),
      problem: finding.name,
    },
  }))
}

function sparedIssue(random: Random, { population, failedAccounts }: IssuePlan): DraftIssue {
  const finding = random.pick(failures.filter(({ area }) => area === 'media'))
  const channel = random.pick(
    population.accounts.filter((account) => !failedAccounts.includes(account)),
  )
  return {
    cause: random.pick(finding.causes),
    issue: {
      area: 'media',
      units: [channel.unit],
      channels: [channel.id],
      indicators: [finding.indicator],
      printed_status: '存在问题',
      severity: 'veto',
      counts_in_rate: false,
      text: random.pick(finding.texts),
      remark: '首次发现，给予整改期，未计入合格率',
    },
  }
}

/** Shares of the areas among ordinary findings; the rest is openness. */
const shares = { websites: 0.3, media: 0.29, messages: 0.05 } as const

function ordinaryIssues(random: Random, plan: IssuePlan, count: number): DraftIssue[] {
  const wanted = {
    websites: Math.max(1, Math.floor(count * shares.websites)),
    media: Math.max(1, Math.floor(count * shares.media)),
    messages: Math.round(count * shares.messages),
  }
  const openness = count - wanted.websites - wanted.media - wanted.messages
  return Object.entries({ openness, ...wanted }).flatMap(([area, number]) => {
    const known = random.shuffled(ordinaryFindings.filter((finding) => finding.area === area))
    return Array.from({ length: number }, (_, place) => {
      const finding = known[place % known.length]
      if (finding === undefined) throw new RangeError(`no findings for ${area}`)
      return ordinaryIssue(random, finding, plan, namingFor(random, finding.area))
    })
  })
}

type Naming = 'units' | 'channels' | 'nobody'

function namingFor(random: Random, area: AreaId): Naming {
  const chance = random.fraction()
  if (area === 'openness') return chance < 0.85 ? 'units' : 'nobody'
  if (area === 'websites') return chance < 0.45 ? 'channels' : chance < 0.65 ? 'units' : 'nobody'
  if (area === 'media') return chance < 0.8 ? 'channels' : chance < 0.9 ? 'units' : 'nobody'
  return chance < 0.6 ? 'units' : 'nobody'
}

function ordinaryIssue(
  random: Random,
  finding: Finding,
  plan: IssuePlan,
  naming: Naming,
): DraftIssue {
  const { area } = finding
  const channels =
    naming === 'channels'
      ? random.sample(
          area === 'websites' ? plan.population.websites : plan.population.accounts,
          random.chance(0.25) ? 2 : 1,
          ({ unit }) => problemWeight(unit),
        )
      : []
  // Some bulletins name an account but not its owner.
  const unsaid = channels.length > 0 && random.chance(0.2)
  const named =
    naming === 'units'
      ? random.sample(
          Object.keys(units),
          random.whole(1, area === 'openness' ? 6 : 3),
          problemWeight,
        )
      : ownersOf(channels)
  const text = random.pick(finding.texts).replace('{year}', String(plan.year - 1))
  const origin =
    naming === 'units' ? originOf(random, finding, text, plan.year - 1, named.length) : undefined
  const isOpen = naming === 'units' && random.chance(0.4) && !plan.namesAll
  const silent = naming === 'nobody' || unsaid
  return {
    cause: random.pick(finding.causes),
    issue: {
      area,
      units: !silent
        ? named
        : !plan.namesAll
          ? 'not-stated'
          : named.length > 0
            ? named
            : random.stream(finding.indicator).sample(Object.keys(units), 1, problemWeight),
      ...(isOpen ? { exhaustive: false } : {}),
      ...(channels.length > 0 ? { channels: channels.map(({ id }) => id) } : {}),
      indicators: [finding.indicator],
      ...(random.chance(0.15) ? { printed_status: '存在一般问题' } : {}),
      severity: 'ordinary',
      counts_in_rate: false,
      text,
      ...(origin === undefined ? {} : { origin }),
    },
  }
}

/** Where an issue comes from that a comparison of annual reports or the ledger proposed. */
function originOf(
  random: Random,
  { indicator, texts }: Finding,
  text: string,
  year: number,
  count: number,
): Issue['origin'] {
  if (indicator === 'annual-report-repeats')
    return comparison(random.stream('annual reports'), year)
  return indicator === 'policy-without-interpretation' && text === texts[0]
    ? {
        from: '政务公开台账',
        measured: `全年应解读、没有解读的单位${count}个`,
        about: { finding: 'no-interpretation', year },
      }
    : undefined
}

/** Some offices publish the evidence of a comparison. */
const comparison = (random: Random, year: number): NonNullable<Issue['origin']> => ({
  from: '年度报告比对',
  measured: `自有内容重复率最低的单位${random.whole(810, 980) / 10}%，参考线80%（未经核定）`,
  about: { finding: 'reuse', year },
  ...(random.chance(0.5)
    ? { evidence: [{ file: 'annual-reports.txt', title: '年度报告比对的依据' }] }
    : {}),
})

const ownersOf = (channels: readonly RosterChannel[]): string[] => [
  ...new Set(channels.map(({ unit }) => unit)),
]
