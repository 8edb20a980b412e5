import type { ById, Dataset, Inspection } from './dataset.ts'
import { unitsOwing } from './deadline.ts'
import { consultationDays } from './openness-thresholds.ts'
import type { ReportSubject } from './report-periods.ts'

/**
 * The data that the check of one new file needs from the other files. It is small enough to be part
 * of a page and contains only public data.
 */
export interface FormContext {
  readonly site: Dataset['site']
  readonly roster: Dataset['roster']
  readonly units: Dataset['units']
  readonly inspections: readonly Inspection[]
  readonly registers: Dataset['registers']
  /** What the catalogues say of the days of consultations, for ledgers. */
  readonly catalogues?: Dataset['catalogues']
  /** Periods for which a report can be submitted though no document orders it, by id. */
  readonly periods?: ById<OpenPeriod>
}

interface OpenPeriod {
  readonly label: string
  /** What the unit's reports call themselves. */
  readonly subject: ReportSubject
}

/**
 * The context for reports on the orders of some inspections, or for statements on some of their
 * issues.
 *
 * @param orders ids of periods for which a report can be submitted
 * @param issues ids of issues on which a statement can be made
 */
export function formContextOf(
  dataset: Dataset,
  { orders = [], issues = [] }: { orders?: readonly string[]; issues?: readonly string[] },
): FormContext {
  const { acknowledged: _reasons, ...site } = dataset.site
  const inspections = dataset.inspections.flatMap((inspection) => {
    const reduced = contextOfInspection(dataset, inspection, orders, issues)
    return reduced === null ? [] : [reduced]
  })
  return {
    site,
    roster: dataset.roster,
    units: Object.fromEntries(
      Object.entries(dataset.units).map(([id, { name, tier }]) => [id, { name, tier }]),
    ),
    inspections,
    registers: Object.fromEntries(
      orders.flatMap((period) => {
        const lookedOn = dataset.registers[period]?.looked_on
        return lookedOn === undefined ? [] : [[period, { looked_on: lookedOn }]]
      }),
    ),
  }
}

/** The context for ledgers: the days that consultations have to be open are those of catalogues. */
export function formContextOfLedgers(dataset: Dataset): FormContext {
  const catalogues = Object.entries(dataset.catalogues).map(([id, catalogue]) => {
    const { acknowledged: _reasons, indicators, ...facts } = catalogue
    const days = indicators[consultationDays]
    return [id, { ...facts, indicators: days === undefined ? {} : { [consultationDays]: days } }]
  })
  return { ...formContextOf(dataset, {}), catalogues: Object.fromEntries(catalogues) }
}

function contextOfInspection(
  dataset: Dataset,
  inspection: Inspection,
  orders: readonly string[],
  issues: readonly string[],
): Inspection | null {
  const { id, period, issuer, document, published_here, areas } = inspection
  const deadlines = Object.entries(inspection.deadlines ?? {})
    .filter(
      ([, { what, period: of }]) => what === 'self-inspection' && orders.includes(of?.id ?? ''),
    )
    .map(([key, deadline]) => {
      const who = unitsOwing(dataset, { id: key, deadline, inspection })
      return [key, { ...deadline, who: deadline.who === 'all-units' ? deadline.who : who }] as const
    })
  const found = Object.entries(inspection.issues ?? {})
    .filter(([issue]) => issues.includes(issue))
    .map(([key, { area, units, text, severity, counts_in_rate }]) => {
      return [key, { area, units, text, severity, counts_in_rate }] as const
    })
  if (deadlines.length + found.length === 0) return null
  return {
    id,
    period,
    issuer,
    ...(document === undefined ? {} : { document }),
    published_here,
    areas: Object.fromEntries(Object.keys(areas).map((area) => [area, {}])),
    deadlines: Object.fromEntries(deadlines),
    issues: Object.fromEntries(found),
  }
}
