import { rateView } from '#domain/rate.ts'
import { comparePrinted } from '#domain/ratio.ts'
import type { Rate, RateName } from '#schema/group.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** A printed percentage agrees with its counts. Only ever a warning: the page keeps the print. */
export const printedRates: Check = {
  name: 'printed-rates',
  description: 'A printed rate equals the one that its counts give, at its own precision.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections)
      for (const [id, area] of Object.entries(inspection.areas))
        for (const [name, rate] of Object.entries(area.rates ?? {}) as [RateName, Rate][]) {
          const view = rateView(name, rate, area.tally ?? {}, dataset.site.rate_decimals)
          const { stated, computed, numerator, denominator, label } = view
          if (stated === null || computed === null || numerator === null || denominator === null) continue
          if (comparePrinted(stated, numerator, denominator) === 'agrees') continue
          problems.push(
            problem('rate-differs', inspectionFile(inspection), atValue('areas', id, 'rates', name, 'stated'),
              { name: label, stated, numerator, denominator, computed }, 'warning'),
          )
        }
    return problems
  },
}
