import { z } from 'zod'
import { idPattern } from './id-pattern.ts'
import { nameProblems } from './characters.ts'

/**
 * Adds title, description and examples to a schema. They are Chinese because editors read them: in
 * the hints of their text editor, in the field tables of the manual and in the data dictionary.
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

/** The help of a choice among codes: `normative 行政规范性文件，important 重要政策文件`. */
export const codesWithWords = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([code, word]) => `${code} ${word}`)
    .join('，')

/**
 * Why a value is missing. The reasons are distinguished from zero and from each other up to the
 * screen.
 */
const reasons = ['not-stated', 'illegible', 'not-applicable', 'not-recorded'] as const
export const missing = z.enum(reasons, { error: 'expects-missing' })
export type Missing = z.infer<typeof missing>

/**
 * The reason that a text means, in any case and with any hyphen, underscore or space in it
 * (`Not_stated`); null if it is none of these words.
 */
export function normalizedReason(text: string): Missing | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_‐‑‒–—－-]+/g, '-')
  return reasons.find((reason) => reason === plain || reason.replace('-', '') === plain) ?? null
}

/**
 * Whether a text is none of the words for a missing value. They mean the same in every field: a field
 * either accepts them as reasons or refuses them, and never takes one as its text.
 */
export const isNoReason = (text: string): boolean => normalizedReason(text) === null

/** The start of a file name that Windows treats as a device. */
export const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

export const id = z
  .string({ error: 'expects-id' })
  .regex(idPattern, { error: 'expects-id' })
  .refine(isNoReason, { error: 'reason-refused' })

const text = () =>
  z
    .string({ error: 'expects-text' })
    .trim()
    .min(1, { error: 'expects-text' })
    .refine(isNoReason, { error: 'reason-refused' })

/** A short text. It must not be blank, since an unknown value is left out. */
export const phrase = text()

/**
 * A name, title, label or other text that is shown on one line of lists, feeds and tables.
 * `nameProblems` defines what it must not contain, each with the code of its message.
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

/** The day from which the public may see an authored record. */
export const publishOn = described(
  day,
  '公布日期',
  '到了这一天才在网站上出现，之前任何页面和文件都没有它；不填就立即公布。数据仓库公开的，保密内容不要提前放进来',
  '2024-04-10',
).optional()

/**
 * Whether an address shows where it leads: no user name or password before the host, no number
 * disguised as a host, and no look-alike letters. Plain Latin and Chinese letters are allowed.
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

export const yesNo = z.boolean({ error: 'expects-yes-no' })
