import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { registerOf, unaskedState } from '#model/register.ts'
import { noLicence } from '#model/terms.ts'
import * as at from '../addresses.ts'
import { archivedParts } from '../archived-parts.ts'
import { siteCharts } from '../charts/charts.ts'
import { registerState } from '../deadline-lines.ts'
import { inspectionName } from '../inspection-names.ts'
import { known, unitName } from '../names.ts'
import { registerWords } from '../register-words.ts'
import { reportPeriodsOf, subjectOfSite } from '../report-periods.ts'
import { tableKinds } from '../tables/kinds.ts'

/** The catalogue of open data. The sizes of its files are known only once they are written. */
export function dataView(model: Model) {
  const { site, inspections, units, selfInspections, statements } = model.dataset
  const linked = (title: string, address: string | undefined) =>
    address === undefined ? title : { label: title, href: address }
  const held = (groups: Readonly<Record<string, object>>): boolean =>
    Object.values(groups).some((group) => Object.keys(group).length > 0)
  return {
    publisher: [
      ...known('发布者', site.organiser?.name),
      ...(site.source === undefined
        ? []
        : [{ label: '来源', value: linked(site.source.title, site.source.address) }]),
      {
        label: '使用许可',
        value:
          site.licence === undefined ? noLicence : linked(site.licence.name, site.licence.address),
      },
      ...known('联系', site.contact),
    ],
    asOf: chineseDate(model.asOf),
    place: site.place,
    /** What the reports of units are called. */
    subject: subjectOfSite(model),
    /** The rows of each table, by what they belong to. */
    rows: tableKinds.map(({ name, placed }) => [
      name,
      placed(model).map(({ belongs, rows }) => [belongs, rows().length]),
    ]),
    archives: model.isArchived ? archivedParts(model).map(({ id, label }) => ({ id, label })) : [],
    units: Object.values(units).map(({ name }) => name),
    records: {
      inspection: inspections.length > 0,
      'self-inspection': held(selfInspections),
      rectification: held(statements),
    },
  }
}

/** What other sites can show of this one. */
export function piecesView(model: Model) {
  const inspections = [...model.dataset.inspections].reverse()
  const [latest] = inspections
  // The newest register is enough as an example: badges of the others have addresses of the same
  // form.
  const order = [...model.index.orders.values()].at(-1)
  const register = order && registerOf(model.dataset, order, model.asOf)
  const ownReports = register === undefined ? reportPeriodsOf(model).at(-1) : undefined
  const period = register?.period ?? ownReports?.id
  return {
    latest: latest?.id,
    inspections: inspections.map((inspection) => ({
      href: at.figurePage(inspection.id),
      label: `${inspectionName(inspection, '结果')}主要数字`,
    })),
    period,
    states: [
      ...(register?.rows ?? []).map(({ unit, status }) => [
        unitName(model, unit),
        register && registerState(model, register.order, status),
      ]),
      ...(ownReports?.unasked ?? []).map(({ unit, report }) => [
        unitName(model, unit),
        registerWords(unaskedState(report)),
      ]),
    ],
    charts: [...siteCharts(model)]
      .filter(
        ([address]) =>
          address.startsWith(`/charts/${at.allData}/`) ||
          (latest !== undefined &&
            address.startsWith(`/charts/${at.inspectionPart(latest.id)}/`)) ||
          (period !== undefined && address.startsWith(`/charts/${at.registerPart(period)}/`)),
      )
      .map(([address, { chart, source }]) => [
        chart.title,
        source.page,
        { label: 'SVG', href: `${address}.svg` },
      ]),
  }
}
