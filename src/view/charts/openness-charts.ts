import type { Model } from '#model/model.ts'
import type { InterpretationState, OpennessYear } from '#model/openness-facts.ts'
import { unitsByTier } from '#model/unit-record.ts'
import { interpretationWords } from '../openness-words.ts'
import { type ChartDescription, type ChartSeries, minPoints } from './description.ts'

const looks: Readonly<Partial<Record<InterpretationState, Pick<ChartSeries, 'tone' | 'pattern'>>>> =
  {
    interpreted: { tone: 'main' },
    overdue: { tone: 'alert' },
    'none-at-look': { tone: 'tint' },
    'not-due': { tone: 'tint', pattern: 'plain' },
    'day-unknown': { tone: 'neutral', pattern: 'dots' },
    'unit-gone': { tone: 'neutral', pattern: 'lines' },
    'not-recorded': { tone: 'neutral' },
    'not-judged': { tone: 'neutral', pattern: 'plain' },
  }

/** The documents of a year by tier: which have an interpretation, and which nobody has judged. */
export function interpretationChart(
  { dataset }: Pick<Model, 'dataset'>,
  { year, units }: OpennessYear,
): ChartDescription | null {
  const tiers = unitsByTier(dataset).flatMap(({ label, units: ids }) => {
    const own = units.filter(({ unit }) => ids.includes(unit))
    const policies = own.flatMap((one) => one.policies)
    const counted = policies.filter(({ interpretation }) => interpretation !== 'not-owed')
    return counted.length === 0 ? [] : [{ label, counted }]
  })
  if (tiers.length < minPoints) return null
  const states = (Object.keys(looks) as InterpretationState[]).filter((state) =>
    tiers.some(({ counted }) => counted.some((one) => one.interpretation === state)),
  )
  const all = tiers.flatMap(({ counted }) => counted)
  const owed = all.filter(({ interpretation }) => interpretation !== 'not-judged')
  const done = owed.filter(({ interpretation }) => interpretation === 'interpreted')
  const countOf = (counted: typeof all, state: InterpretationState): number =>
    counted.filter(({ interpretation }) => interpretation === state).length
  return {
    id: 'interpretations',
    title: `判断应当解读的${owed.length}件文件，本站收录到${done.length}件的解读`,
    kind: 'stack',
    categoryName: '层级',
    categories: tiers.map(({ label }) => label),
    series: states.map((state) => ({
      name: interpretationWords[state].label,
      ...(looks[state] ?? { tone: 'neutral' }),
      values: tiers.map(({ counted }) => countOf(counted, state)),
      display: tiers.map(({ counted }) => `${countOf(counted, state)}件`),
    })),
    unit: '件',
    totals: tiers.map(({ counted }) => `${counted.length}件`),
    caption: `${year}年政策文件的解读，不含不用解读的`,
  }
}
