/** An object with unknown fields in the plain value of a file. */
export type PlainGroup = Readonly<Record<string, unknown>>

/** Whether a plain value is an object, not a list or a single value. */
export const isPlainGroup = (value: unknown): value is PlainGroup =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
