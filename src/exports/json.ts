import type { Dataset, Inspection } from '#domain/dataset.ts'
import { groupsOf } from '#domain/groups.ts'
import { rateViews } from '#domain/rate.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'

/** Rises when a key of the files below changes its meaning or goes away. */
const version = 1

/**
 * An inspection as data: what was typed in, under the same paths, and every rate beside it, printed
 * and computed. Keys stand in the order of the file.
 */
export function inspectionJson(dataset: Dataset, inspection: Inspection): string {
  const { id, acknowledged: _private, ...typed } = inspection
  const rates = [...groupsOf(inspection)].flatMap(({ group, path }) =>
    rateViews(group, dataset.site.rate_decimals).map((rate) => ({
      path: [...path, 'rates', rate.name].join('.'),
      label: rate.label,
      numerator: rate.numerator,
      denominator: rate.denominator,
      stated: rate.stated,
      computed: rate.computed,
      reason: rate.reason,
    })),
  )
  return text({ version, id, ...typed, rates, ...storedFiles(dataset, `${id}/`) })
}

/** A unit's report as data. */
export const selfInspectionJson = (
  dataset: Pick<Dataset, 'attachments'>,
  period: string,
  unit: string,
  report: SelfInspection,
): string =>
  text({
    version,
    period,
    unit,
    ...report,
    acknowledged: undefined,
    ...storedFiles(dataset, `${period}/${unit}/`),
  })

/** What a unit says of an issue, as data. */
export const statementJson = (
  issue: string,
  unit: string,
  statement: RectificationStatement,
): string => text({ version, issue, unit, ...statement, acknowledged: undefined })

/** The files beside a record with size and hash; no key where there are none. */
function storedFiles({ attachments }: Pick<Dataset, 'attachments'>, folder: string) {
  const files = Object.entries(attachments)
    .filter(([path]) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
    .map(([path, { size, sha256 }]) => ({ path: `attachments/${path}`, bytes: size, sha256 }))
  return files.length === 0 ? {} : { files }
}

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
