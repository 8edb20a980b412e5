import type { AnnualColumn } from './annual-columns.ts'
import type { Dataset } from './dataset.ts'
import type { RateRecord } from './figure-list.ts'

/** A rate by period, as printed. Rates are never added up or averaged. */
export interface AnnualRates {
  readonly area: string
  /** The block and the rate: 政务新媒体：合格率, or for a round 政务新媒体/复检：合格率. */
  readonly label: string
  readonly cells: readonly AnnualRate[]
}

export type AnnualRate =
  | { readonly kind: 'rate'; readonly record: RateRecord; readonly stated: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'no-inspection' }

/** @param records the rates of each inspection, by its id */
export function annualRates(
  dataset: Dataset,
  columns: readonly AnnualColumn[],
  records: ReadonlyMap<string, readonly RateRecord[]>,
): AnnualRates[] {
  const printed = columns.map(({ inspection }) =>
    (records.get(inspection?.id ?? '') ?? []).flatMap((record) =>
      record.rate.stated !== null && !record.path.includes('.splits.')
        ? { record, stated: record.rate.stated }
        : [],
    ),
  )
  return Object.keys(dataset.site.areas).flatMap((area) => {
    const own = printed.map((rates) => rates.filter(({ record }) => record.area === area))
    return [...new Set(own.flat().map(({ record }) => record.path))].map((path): AnnualRates => {
      const found = own.map((rates) => rates.find(({ record }) => record.path === path))
      const known = found.find((one) => one !== undefined)?.record
      return {
        area,
        label: `${known?.block ?? ''}：${known?.rate.label ?? ''}`,
        cells: columns.map(({ inspection }, n): AnnualRate => {
          const one = found[n]
          if (one !== undefined) return { kind: 'rate', ...one }
          return { kind: inspection === null ? 'no-inspection' : 'absent' }
        }),
      }
    })
  })
}
