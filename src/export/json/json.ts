import { jsonText } from '#model/json-text.ts'
import type { StoredFile } from '#model/attachment.ts'
import type { Dataset, Index, Inspection } from '#model/dataset.ts'
import { groupsOf } from '#model/groups.ts'
import { rateViews } from '#model/rate.ts'
import { termsOf } from '#model/terms.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { recordSchemaFile, recordVersion as version } from './record-schema.ts'

interface Known {
  readonly dataset: Pick<Dataset, 'site'>
  readonly index: Pick<Index, 'filesByFolder'>
}

/**
 * An inspection as data: the authored values under the same paths and in the same order, all rates,
 * printed and computed, and the terms of use.
 */
export function inspectionJson(
  { dataset, index: { filesByFolder } }: Known,
  inspection: Inspection,
): string {
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
  return jsonText({
    $schema: `../../schema/${recordSchemaFile('inspection')}`,
    version,
    id,
    ...termsOf(dataset.site),
    ...typed,
    rates,
    ...storedFiles(filesByFolder.get(id)),
  })
}

/** A unit's report as data. */
export const selfInspectionJson = (
  { dataset, index: { filesByFolder } }: Known,
  period: string,
  unit: string,
  report: SelfInspection,
): string =>
  jsonText({
    $schema: `../../../schema/${recordSchemaFile('self-inspection')}`,
    version,
    period,
    unit,
    ...termsOf(dataset.site),
    ...report,
    acknowledged: undefined,
    ...storedFiles(filesByFolder.get(`${period}/${unit}`)),
  })

/** A unit's statement on an issue as data. */
export const statementJson = (
  { site }: Pick<Dataset, 'site'>,
  issue: string,
  unit: string,
  statement: RectificationStatement,
): string =>
  jsonText({
    $schema: `../../../schema/${recordSchemaFile('rectification')}`,
    version,
    issue,
    unit,
    ...termsOf(site),
    ...statement,
    acknowledged: undefined,
  })

/** The files beside a record with size and hash; no key where there are none. */
const storedFiles = (
  files: readonly (readonly [path: string, StoredFile])[] | undefined,
): object =>
  files === undefined
    ? {}
    : {
        files: files.map(([path, { size, sha256 }]) => ({
          path: `attachments/${path}`,
          bytes: size,
          sha256,
        })),
      }
