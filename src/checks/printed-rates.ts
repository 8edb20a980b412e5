import { groupsOf } from '#domain/groups.ts'
import { rateView } from '#domain/rate.ts'
import { comparePrinted, decimalsOf, percentIn } from '#domain/ratio.ts'
import type { Group } from '#schema/group.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** A printed percentage agrees with its counts. Only ever a warning: the page keeps the print. */
export const printedRates: Check = {
  name: 'printed-rates',
  description: 'A printed rate equals the one that its counts give, at its own precision.',
  check({ dataset }) {
    return dataset.inspections.flatMap((inspection) =>
      [...groupsOf(inspection)].flatMap(({ group, path }) =>
        checkRates(group, inspectionFile(inspection), path, dataset.site.rate_decimals),
      ),
    )
  },
}

function checkRates(
  { tally = {}, rates = {} }: Group,
  file: string,
  path: readonly string[],
  usual: number,
): Problem[] {
  return Object.entries(rates).flatMap(([name, rate]) => {
    // Shown beside the print, so at least as fine as the print.
    const decimals = Math.max(usual, decimalsOf(rate.stated ?? ''))
    const view = rateView(name, rate, tally, decimals)
    const { stated, computed, numerator, denominator, label } = view
    if (stated === null || computed === null || numerator === null || denominator === null)
      return []
    if (percentIn(stated) === null) return []
    if (comparePrinted(stated, numerator, denominator) === 'agrees') return []
    const place = atValue(...path, 'rates', name, 'stated')
    const args = { name: label, stated, numerator, denominator, computed }
    return [problem('rate-differs', file, place, args, 'warning')]
  })
}
