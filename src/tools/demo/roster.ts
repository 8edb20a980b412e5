import type { Channel, Unit } from '#schema/unit.ts'
import {
  accountPlatforms,
  accountTiers,
  cityOffice,
  counties,
  countyBodies,
  departments,
  place,
  platformAliases,
  platformName,
  websitePlatform,
  websiteTiers,
  zones,
} from './names.ts'
import type { Quarter } from './quarters.ts'
import type { Random } from './random.ts'

/** A website or an account, with the indexes of the quarters in which it ran. */
export interface RosterChannel extends Omit<Channel, 'opened' | 'closed'> {
  readonly id: string
  readonly unit: string
  readonly tier: string
  readonly opened: number
  /** The quarter in which it was closed; the number of quarters if it still runs. */
  readonly closed: number
}

export interface Roster {
  readonly units: Readonly<Record<string, Unit>>
  readonly channels: readonly RosterChannel[]
}

export const units: Readonly<Record<string, Unit>> = Object.fromEntries([
  ...zones.map(({ id, name }) => [id, { name, tier: 'zone' }] as const),
  ...counties.map(({ id, name }) => [id, { name, tier: 'county' }] as const),
  ...departments.map(({ id, name }) => [id, { name, tier: 'department' }] as const),
])

/** A unit that was merged before the first inspection: it is in the roster, and no inspection looks at it. */
export const mergedUnits = (on: string): Readonly<Record<string, Unit>> => ({
  fupin: { name: '市扶贫开发局', tier: 'department', became: { unit: 'xiangcun-zhenxing', on } },
})

/** Units of the districts: those that have a portal of their own. */
export const districts: readonly string[] = [...zones, ...counties].map(({ id }) => id)

/** How likely findings concern a unit: for a few units far more than for the rest. */
export const problemWeight = (unit: string): number =>
  unit === 'li-jiang' ? 8 : unit === 'jiaoyu' ? 5 : unit === 'lianhe-guanwei' ? 3 : 1

type Draft = Pick<RosterChannel, 'id' | 'platform' | 'name' | 'unit' | 'tier'>

/** The roster of the city, with `count` channels over the quarters. */
export function makeRoster(random: Random, count: number, quarters: readonly Quarter[]): Roster {
  const drafts = [...websites(random.stream('websites')), ...ownAccounts(random.stream('accounts'))]
  drafts.push(...bodiesAccounts(random.stream('bodies'), count - drafts.length))
  const life = random.stream('life')
  return {
    units,
    channels: withAliases(drafts).map((draft) => ({ ...draft, ...lifeOf(draft, life, quarters) })),
  }
}

function websites(random: Random): Draft[] {
  const site = (id: string, name: string, unit: string, tier: string): Draft => ({
    id: `${id}-website`,
    platform: websitePlatform,
    name,
    unit,
    tier,
  })
  const own = departments.filter(
    ({ id }) => id !== cityOffice && (id === 'lianhe-guanwei' || random.chance(0.55)),
  )
  return [
    site('city', `${place}人民政府门户网站`, cityOffice, websiteTiers[0]),
    ...counties.map(({ id, website }) => site(id, website, id, websiteTiers[1])),
    ...zones.map(({ id, website }) => site(id, website, id, websiteTiers[2])),
    ...own.map(({ id, name }) =>
      site(id, `${name.startsWith('市') ? `示例${name}` : name}网站`, id, websiteTiers[3]),
    ),
  ]
}

function ownAccounts(random: Random): Draft[] {
  const accounts = (
    unit: string,
    name: string,
    tier: string,
    from: typeof accountPlatforms,
  ): Draft[] =>
    from.map((platform) => ({
      id: `${unit}-${platform.id}`,
      platform: platform.name,
      name,
      unit,
      tier,
    }))
  const [wechat, ...others] = accountPlatforms
  const cityPlatforms = accountPlatforms.filter(({ id }) => id !== 'toutiao')
  const withWechat = (more: number): typeof accountPlatforms =>
    wechat === undefined ? [] : [wechat, ...random.sample(others.slice(0, 4), more)]
  return [
    ...accounts(cityOffice, `${place}发布`, accountTiers[0], cityPlatforms),
    ...departments
      .filter(({ id }) => id !== cityOffice)
      .flatMap(({ id, topic }) =>
        accounts(id, `示例${topic}`, accountTiers[1], withWechat(random.whole(0, 3))),
      ),
    ...[...zones, ...counties].flatMap(({ id, short }) =>
      accounts(id, `${short}发布`, accountTiers[2], withWechat(random.whole(1, 3))),
    ),
  ]
}

/** Accounts of county departments and townships; the county is responsible for them. */
function bodiesAccounts(random: Random, count: number): Draft[] {
  const drafts = [...zones, ...counties].flatMap((district) =>
    countyBodies.flatMap((body) =>
      accountPlatforms.slice(0, 6).map((platform): Draft & { readonly weight: number } => ({
        id: `${district.id}-${body.id}-${platform.id}`,
        platform: platform.name,
        name: `${district.short}${body.name}`,
        unit: district.id,
        tier: accountTiers[3],
        weight: platform.id === 'wechat' ? 12 : 1,
      })),
    ),
  )
  return random
    .sample(drafts, count, ({ weight }) => weight)
    .map(({ weight: _weight, ...draft }) => draft)
}

/** A few accounts have an alias of their platform in the roster. */
function withAliases(drafts: readonly Draft[]): Draft[] {
  const left = new Map(Object.entries(platformAliases).map(([alias, name]) => [name, alias]))
  return drafts.map((draft) => {
    const alias = draft.tier === accountTiers[3] ? left.get(draft.platform) : undefined
    if (alias === undefined) return draft
    left.delete(draft.platform)
    return { ...draft, platform: alias }
  })
}

function lifeOf({ tier, platform }: Draft, random: Random, quarters: readonly Quarter[]) {
  const since = accountPlatforms.find(({ name }) => name === platformName(platform))?.since ?? 0
  const first = quarters.findIndex(({ year }) => year >= since)
  const last = quarters.length
  const changes = platform === websitePlatform ? 0.08 : 0.12
  const spread = first > 0 ? random.whole(0, 7) : 0
  const opened = random.chance(changes / 2) ? random.whole(first, last - 1) : first + spread
  const closed = random.chance(changes) ? random.whole(opened + 1, last) : last
  return lastingTiers.includes(tier) ? { opened: first, closed: last } : { opened, closed }
}

/** Portals and the accounts of a government itself are never closed. */
const lastingTiers: readonly string[] = [
  websiteTiers[0],
  websiteTiers[1],
  accountTiers[0],
  accountTiers[2],
]
