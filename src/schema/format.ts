/**
 * The data format of this release. A schema change that existing files do not satisfy increases it
 * by one and needs a migration step (`src/read/migrations`).
 */
export const currentFormat = 2

/**
 * The oldest format that this release still reads, with a warning, because the program is upgraded
 * before the data are migrated.
 */
export const oldestReadFormat = 1

/**
 * The data format of a `site.yaml`, from its plain value. Without a number it is the first numbered
 * format, or the one before it if the file has the list of platforms that every site had then.
 */
export function formatOf(site: unknown): number {
  const { format, platforms } = (site ?? {}) as { format?: unknown; platforms?: unknown }
  if (typeof format === 'number' && Number.isInteger(format)) return format
  const isOldest = Array.isArray(platforms) && platforms.every((one) => typeof one === 'string')
  return isOldest ? 0 : 1
}
