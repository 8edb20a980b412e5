import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const share = z.number().min(0).max(100)

/** The reference lines of the comparison. They come from experience; no document sets them. */
const thresholdsSchema = z
  .strictObject({
    verified: z.boolean(),
    strong: share,
    likely: share,
    watch: share,
    min_own: z.int().min(1),
    min_shared: z.int().min(1),
  })
  .refine(({ strong, likely, watch }) => strong >= likely && likely >= watch)
export type Thresholds = z.infer<typeof thresholdsSchema>

/** Parses reference lines; null where the text does not have all of them, or in another order. */
export function thresholdsFrom(text: string): Thresholds | null {
  try {
    return thresholdsSchema.safeParse(parse(text)).data ?? null
  } catch {
    return null
  }
}

const fileOfProgram = (name: string): string =>
  readFileSync(join(import.meta.dirname, name), 'utf8')

/** The reference lines of the program. */
export const usualThresholds = (): Thresholds => {
  const thresholds = thresholdsFrom(fileOfProgram('thresholds.yaml'))
  if (thresholds === null) throw new Error('thresholds.yaml is not complete')
  return thresholds
}

/** The headings and fixed words of the prescribed form, as the program has them. */
export const usualForm = (): string => withoutRemarks(fileOfProgram('prescribed-form.txt'))

/** The lines of a form without remarks, which begin with #. */
export const withoutRemarks = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
