import type { Inspection } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { opennessRates } from '#model/openness-rates.ts'
import { fractionText } from '#model/rate.ts'
import { honestPercent } from '#model/ratio.ts'
import * as at from './addresses.ts'
import type { AreaFigureProps } from './area-figures.ts'
import { opennessTitle, outsideText } from './openness-words.ts'

/** The id of the area 政务公开, which sites share by convention. */
const opennessArea = 'openness'

/**
 * What the ledger of the year of an inspection adds to the figure of its area 政务公开: the share of
 * the documents that owe an interpretation which have one. A document's own figures stay, and the
 * ledger's stands below them, to be compared. What comes from the ledger and what from the document is
 * said; empty where the ledger has settled nothing.
 */
export function opennessFigure(
  model: Model,
  { period }: Pick<Inspection, 'period'>,
  area: string,
  figure: AreaFigureProps,
): Partial<AreaFigureProps> {
  if (area !== opennessArea) return {}
  const year = period.end.slice(0, 4)
  const of = opennessYears(model).find((one) => one.year === year)
  const rate = opennessRates(of?.units ?? []).find(({ name }) => name === 'interpreted')
  if (rate === undefined || rate.whole === 0) return {}
  const { part, whole } = rate
  const fraction = fractionText({ numerator: part, denominator: whole })
  const percent = honestPercent(part, whole, model.dataset.site.rate_decimals)
  const outside = outsideText(rate)
  const source = `${opennessTitle(year)}，只算判断应当解读、已经核查的${outside === '' ? '' : `；${outside}，没有计入`}`
  if (figure.fraction !== undefined)
    return {
      notes: [
        ...figure.notes,
        `台账：应解读的文件${fraction}有解读，${percent}（${source}）。与文件的数字口径不同，可以对照。`,
      ],
    }
  const { reason: _none, coverage, ...own } = figure
  return {
    ...own,
    href: at.opennessPage(year),
    reason: undefined,
    fraction,
    fractionUnit: '件',
    counted: '台账：应解读的文件有解读',
    rate: { name: '解读率', value: percent },
    ...(coverage === undefined ? {} : { coverage: `通报：${coverage}` }),
    notes: [...figure.notes, `件数和解读率来自${source}。通报没有这个领域的数字。`],
  }
}
