import { zipSync } from 'fflate'

/**
 * Files as an archive that is the same on every day and in every order: by name, and dated with the
 * first day that an archive knows.
 */
export function fixedZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
  // The library reads the day in the machine's time zone, so it is given in it.
  const mtime = new Date(1980, 0, 1)
  return zipSync(sorted, { mtime, level: 6 }) as Uint8Array<ArrayBuffer>
}
