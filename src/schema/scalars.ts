import { z } from 'zod'
import { nameProblems } from './characters.ts'

/**
 * Titles and descriptions are Chinese because they are what editors read: in their
 * editor's hints, in the field tables of the manual and in the data dictionary.
 */
export const described = <T extends z.ZodType>(
  schema: T,
  title: string,
  description?: string,
  ...examples: z.input<T>[]
): T =>
  schema.meta({
    title,
    ...(description === undefined ? {} : { description }),
    ...(examples.length === 0 ? {} : { examples }),
  })

/**
 * Ids become addresses and names of files: lower-case ASCII, digits and single hyphens, so that no
 * two differ in case alone; at most 60 of them; and none that Windows keeps for a device, whatever
 * ending follows (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), nor the one such
 * word that every object of the language has: asked for it, an empty record would answer.
 */
export const idPattern =
  /^(?!(?:con|prn|aux|nul|com\d|lpt\d|constructor)$)(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/

/** The beginning of a file's name that Windows takes for a device. */
export const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

export const id = z.string({ error: 'expects-id' }).regex(idPattern, { error: 'expects-id' })

const text = () => z.string({ error: 'expects-text' }).trim().min(1, { error: 'expects-text' })

/** A short text; a blank one is a mistake, because an unknown value is left out. */
export const phrase = text()

/**
 * A name, title, label or other text that stands on one line of lists, feeds and tables. What it may
 * not hold says `nameProblems`, each under the code of its message.
 */
export const name = text().check(({ value, issues }) => {
  for (const { code } of nameProblems(value))
    issues.push({ code: 'custom', message: code, input: value })
})

/** A calendar day as an ISO string, checked to exist. */
export const day = z.iso.date({ error: 'expects-date' })

/** A day, or a month where the document names only the month. */
export const dayOrMonth = z.union([day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
  error: 'expects-date-or-month',
})

/** On an authored record: the day from which the public may see it. */
export const publishOn = described(
  day,
  '公布日期',
  '到了这一天才在网站上出现，之前任何页面和文件都没有它；不填就立即公布。数据仓库公开的，保密内容不要提前放进来',
  '2024-04-10',
).optional()

/**
 * Whether an address shows plainly where it leads: no name and password before the host, no
 * number in disguise for a host, and no letters that only look like others (Latin and Chinese ones may stand).
 */
export function isPlainAddress(address: string): boolean {
  const host = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? ''
  return (
    /^[a-z0-9.:\p{Script=Han}-]+$/iu.test(host) &&
    !/(^|\.)xn--/i.test(host) &&
    (/^\d+(\.\d+){3}(:\d+)?$/.test(host) || !/(^|\.)(\d+|0x[\da-f]+)(:\d+)?$/i.test(host))
  )
}

export const httpAddress = z
  .url({ protocol: /^https?$/, error: 'expects-address' })
  .refine(isPlainAddress, { error: 'expects-address' })

/**
 * Why a value is not there. Kept apart from zero and from each other all the way to the screen.
 */
export const missing = z.enum(['not-stated', 'illegible', 'not-applicable', 'not-recorded'], {
  error: 'expects-missing',
})
export type Missing = z.infer<typeof missing>

export const yesNo = z.boolean({ error: 'expects-yes-no' })
