import type { Tally } from '#schema/figure.ts'
import type { Group, Split } from '#schema/group.ts'
import { comparePrinted, honestPercent } from '#model/ratio.ts'
import {
  accountPlatforms,
  accountTiers,
  platformName,
  websitePlatform,
  websiteTiers,
} from './names.ts'
import type { RosterChannel } from './roster.ts'

export const rateDecimals = 1

/** The websites and accounts to inspect in a quarter. */
export interface Population {
  readonly websites: readonly RosterChannel[]
  readonly accounts: readonly RosterChannel[]
  /** All accounts, including those closed in the quarter. */
  readonly allAccounts: readonly RosterChannel[]
}

export function populationOf(channels: readonly RosterChannel[], quarter: number): Population {
  const there = channels.filter(({ opened, closed }) => opened <= quarter && quarter <= closed)
  const isWebsite = ({ platform }: RosterChannel): boolean => platform === websitePlatform
  const allAccounts = there.filter((channel) => !isWebsite(channel))
  return {
    websites: there.filter((channel) => isWebsite(channel) && quarter < channel.closed),
    accounts: allAccounts.filter(({ closed }) => quarter < closed),
    allAccounts,
  }
}

const counts = <T>(
  items: readonly T[],
  labels: readonly string[],
  labelOf: (item: T) => string,
): Record<string, number> =>
  Object.fromEntries(
    labels
      .map((label) => [label, items.filter((item) => labelOf(item) === label).length] as const)
      .filter(([, count]) => count > 0),
  )

const tierOf = ({ tier }: RosterChannel): string => tier

/** The number of objects of a tier in a spot check; tiers of up to three are checked completely. */
const sampled = (count: number): number => (count <= 3 ? count : Math.ceil(count * 0.55))

const printed = (checked: number, failed: number): string =>
  honestPercent(checked - failed, checked, rateDecimals)

export function websiteArea(
  websites: readonly RosterChannel[],
  failed: readonly RosterChannel[],
  coverage: 'full' | 'sample',
): Group {
  const parts = counts(websites, websiteTiers, tierOf)
  const checked = coverage === 'full' ? websites.length : sampledOf(parts)
  return {
    coverage,
    tally: { running: websites.length, checked, failed: failed.length },
    rates: { passed: { stated: printed(checked, failed.length) } },
    splits: { tier: { of: 'running', parts } },
  }
}

const sampledOf = (parts: Record<string, number>): number =>
  Object.values(parts).reduce((sum, count) => sum + sampled(count), 0)

export function accountArea(
  { accounts, allAccounts }: Population,
  failed: readonly RosterChannel[],
  { coverage, leftOut, truncated }: AccountPlan,
): Group {
  const total = allAccounts.length
  const running = accounts.length
  const byTier = counts(accounts, accountTiers, tierOf)
  const platforms = accountPlatforms.map(({ name }) => name)
  const byPlatform = counts(accounts, platforms, ({ platform }) => platformName(platform))
  const checked = checkedAccounts(accounts, coverage, leftOut)
  const stated = truncated ? cut(checked, failed.length) : printed(checked, failed.length)
  const closing = total > running
  const of = closing ? 'running' : 'total'
  return {
    coverage,
    tally: {
      total,
      ...(closing ? { running } : {}),
      checked,
      failed: failed.length,
    },
    rates: { passed: { stated } },
    splits: { tier: { of, parts: byTier }, platform: { of, parts: byPlatform } },
  }
}

interface AccountPlan {
  readonly coverage: 'full' | 'sample'
  /** How many fewer accounts than planned were checked. */
  readonly leftOut: number
  /** Whether the printed rate is truncated instead of rounded. */
  readonly truncated: boolean
}

export function checkedAccounts(
  accounts: readonly RosterChannel[],
  coverage: 'full' | 'sample',
  leftOut: number,
): number {
  if (coverage === 'full') return accounts.length
  return sampledOf(counts(accounts, accountTiers, tierOf)) - leftOut
}

/** The smallest change of the plan for which truncating and rounding print different rates. */
export function truncation(planned: number): { leftOut: number; failed: number } {
  for (let leftOut = 0; leftOut < planned - 4; leftOut++)
    for (const failed of [2, 3, 1, 4]) {
      const checked = planned - leftOut
      if (comparePrinted(cut(checked, failed), checked - failed, checked) === 'truncated')
        return { leftOut, failed }
    }
  throw new RangeError(`no rate of ${planned} accounts differs when it is cut`)
}

/** The percentage truncated after its last decimal, as a careless clerk prints it. */
function cut(checked: number, failed: number): string {
  const scale = 10 ** rateDecimals
  return `${(Math.floor(((checked - failed) * 100 * scale) / checked) / scale).toFixed(rateDecimals)}%`
}

/** A split whose parts have their own counts and rates. */
export function ratesByTier(
  websites: readonly RosterChannel[],
  failed: readonly RosterChannel[],
): Split {
  const failedBy = counts(failed, websiteTiers, tierOf)
  return {
    of: 'running',
    parts: Object.fromEntries(
      Object.entries(counts(websites, websiteTiers, tierOf)).map(([label, running]) => {
        const bad = failedBy[label] ?? 0
        const tally: Tally = { running, checked: running, failed: bad }
        return [label, { tally, rates: { passed: { stated: printed(running, bad) } } }]
      }),
    ),
  }
}
