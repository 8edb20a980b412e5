/** Fields under their keys in the plain value of a file, whatever the fields are. */
export type PlainGroup = Readonly<Record<string, unknown>>

/** Whether a plain value has fields: a list has entries, and a single value neither. */
export const isPlainGroup = (value: unknown): value is PlainGroup =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
