import type { Model } from '#model/model.ts'
import { deadlineText } from '#model/reference.ts'
import * as at from '#view/addresses.ts'
import { areaFigure } from '#view/area-figures.ts'
import { inspectionViews } from '#view/inspection-views.ts'
import type { ShareCard } from './share-picture.ts'
import { reportPeriodSentence, reportPeriodsOf, reportPeriodTitle } from '#view/report-periods.ts'
import { titleOfBulletin } from '#view/sources.ts'
import { inspectionName, resultName } from '#view/inspection-names.ts'

/** The preview pictures of shared pages, by address: one for each period and kind of page. */
export function shareCards(model: Model): ReadonlyMap<string, ShareCard> {
  const { dataset } = model
  const { name: site, notice } = dataset.site
  const common = { site, notice }
  const cards = new Map<string, ShareCard>()
  const all = inspectionViews(model)
  for (const { inspection, areas } of all) {
    const lines = areas
      .map((area) => areaFigure(inspection, area))
      .flatMap(({ area, fraction, fractionUnit = '', counted, rate }) =>
        fraction === undefined
          ? []
          : [
              `${area} ${fraction}${fractionUnit}${counted ?? ''}${rate === undefined ? '' : `，${rate.name}${rate.value}`}`,
            ],
      )
    const title = inspectionName(inspection, '结果')
    cards.set(at.sharePicture('inspections', inspection.id), {
      kind: resultName(inspection),
      title,
      lines,
      ...common,
    })
    const bulletin = titleOfBulletin(model, inspection)
    if (bulletin !== null)
      cards.set(at.sharePicture('bulletins', inspection.id), {
        kind: '通报全文',
        title: bulletin,
        lines: [],
        ...common,
      })
    if (inspection === all.at(-1)?.inspection)
      cards.set(at.sharePicture('site', 'home'), {
        kind: dataset.site.place,
        title,
        lines,
        ...common,
      })
  }
  const periods = reportPeriodsOf(model)
  for (const period of periods) {
    const { id, label, order } = period
    const card =
      order === undefined
        ? {
            kind: dataset.site.place,
            title: reportPeriodTitle(period),
            lines: [reportPeriodSentence(model, period)],
            ...common,
          }
        : {
            kind: '自查整改公开台账',
            title: label,
            lines: [`期限：${deadlineText(order.deadline)}`],
            ...common,
          }
    cards.set(at.sharePicture('self-inspections', id), card)
    if (all.length === 0 && period === periods.at(-1))
      cards.set(at.sharePicture('site', 'home'), card)
  }
  return cards
}
