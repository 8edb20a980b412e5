import { atKey } from '#messages/problem.ts'
import { reportsOf } from '../blocks.ts'
import { problem, type Check } from '../check.ts'

/** A report has results only for the areas that it lists. */
export const reportAreas: Check = {
  name: 'report-areas',
  description: 'The results of a report are of areas that the report lists.',
  check({ dataset, isUsable }) {
    return [...reportsOf(dataset)].flatMap(({ file, report: { areas, results = {} } }) =>
      areas === undefined || !isUsable(file, ['areas'])
        ? []
        : Object.keys(results)
            .filter((area) => !areas.includes(area))
            .map((area) => {
              const args = { area, name: dataset.site.areas[area]?.name ?? area }
              return problem('result-area-unlisted', file, atKey('results', area), args, 'warning')
            }),
    )
  },
}
