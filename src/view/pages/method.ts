import { fractionText } from '#model/rate.ts'
import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { indicatorsInForce } from '#model/catalogue.ts'
import { honestPercent } from '#model/ratio.ts'
import { hasCorrections } from '../corrections.ts'
import { indicatorPage } from '../addresses.ts'
import { shownIn } from '../glossary.ts'
import { indicatorKinds } from './indicators.ts'

const examples = [
  [369, 370],
  [49, 49],
  [4132, 4133],
  [1, 2500],
] as const

export function methodView(model: Model) {
  const { dataset, index, asOf } = model
  const { rate_decimals: decimals, areas } = dataset.site
  const force = [...indicatorsInForce(dataset.catalogues, asOf).values()]
  /** Indicators that are no longer in force; issues of earlier inspections still link to them. */
  const past = [...index.indicators.values()].filter(
    ({ id }) => !force.some((one) => one.id === id),
  )
  return {
    // A site does not explain what it does not show.
    has: shownIn(model),
    decimals,
    examples: examples.map(([part, whole]) => [
      fractionText({ numerator: part, denominator: whole }),
      honestPercent(part, whole, decimals),
    ]),
    hasCorrections: hasCorrections(model),
    catalogues: [
      ...Object.entries(dataset.catalogues).map(([from, { title, source, valid_from: start }]) => ({
        title: start === undefined ? title : `${title}（${chineseDate(start)}起）`,
        source,
        indicators: force.filter((one) => one.from === from),
      })),
      { title: '已不再使用的指标', source: '以前各期检查所用的目录', indicators: past },
    ]
      .filter(({ indicators }) => indicators.length > 0)
      .map(({ indicators, ...catalogue }) => ({
        ...catalogue,
        indicators: indicators.map(({ id, indicator }) => ({
          id,
          href: indicatorPage(id),
          name: indicator.name,
          area: areas[indicator.area]?.name ?? indicator.area,
          kind: indicatorKinds[indicator.kind],
          meaning: indicator.meaning,
          thresholds: Object.entries(indicator.thresholds ?? {}),
          source: indicator.source,
          verified: indicator.verified,
        })),
      })),
  }
}
