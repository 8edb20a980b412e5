/**
 * The format of the data that this release reads. A change of the schema that files of today do not
 * meet raises it by one, and brings the step that leads there (`src/read/migrations`).
 */
export const currentFormat = 2

/**
 * The oldest format that this release still reads, with a warning: an upgrade of the program goes
 * before the migration of the data.
 */
export const oldestReadFormat = 1

/**
 * The format of the fields of `site.yaml` as they were typed. Data that says nothing is in the
 * first format that has a number, or, by the list of platforms that every site had, in the one
 * before it.
 */
export function formatOf(site: unknown): number {
  const { format, platforms } = (site ?? {}) as { format?: unknown; platforms?: unknown }
  if (typeof format === 'number' && Number.isInteger(format)) return format
  const isOldest = Array.isArray(platforms) && platforms.every((one) => typeof one === 'string')
  return isOldest ? 0 : 1
}
