import type { PublicRecord } from './public-records.ts'
import type { Dataset } from './dataset.ts'
import { singleValueText, resolveReference } from './reference.ts'

/**
 * The value at a path such as `areas.media.tally.failed`, whose keys may contain full stops;
 * undefined if the path does not exist.
 */
export function valueAt(root: unknown, at: string): unknown {
  if (typeof root !== 'object' || root === null) return undefined
  if (Object.hasOwn(root, at)) return (root as Record<string, unknown>)[at]
  for (let dot = at.indexOf('.'); dot !== -1; dot = at.indexOf('.', dot + 1)) {
    const key = at.slice(0, dot)
    if (!Object.hasOwn(root, key)) continue
    const value = valueAt((root as Record<string, unknown>)[key], at.slice(dot + 1))
    if (value !== undefined) return value
  }
  return undefined
}

/**
 * A value as text for a correction, with names of units and accounts; null if the value is too
 * complex for one phrase.
 */
export function shownValue(value: unknown, dataset: Dataset | null): string | null {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) {
    const items = value.map((item) => nameIn(dataset, item) ?? shownValue(item, dataset))
    return items.every((item) => item !== null) ? items.join('、') : null
  }
  if (typeof value === 'object' && value !== null) {
    if ('of' in value && typeof value.of === 'string')
      return nameIn(dataset, value.of.replace(/^(units|channels)\./, ''))
    for (const key of ['title', 'text', 'problem'])
      if (key in value) return shownValue((value as Record<string, unknown>)[key], dataset)
  }
  return singleValueText(value)
}

function nameIn(dataset: Dataset | null, id: unknown): string | null {
  if (dataset === null || typeof id !== 'string') return null
  const named = [dataset.units, dataset.channels].find((all) => Object.hasOwn(all, id))
  return named?.[id]?.name ?? null
}

/**
 * The accepted ways to write the value at a path in a correction: as typed, as shown on a page, or
 * as a reference to it prints. Null if the path does not exist; empty if the value is too complex
 * for words.
 */
export function writingsAt(
  dataset: Dataset,
  { value: root, inspection }: Pick<PublicRecord, 'value' | 'inspection'>,
  at: string,
): readonly string[] | null {
  const value = valueAt(root, at)
  const resolved = inspection === null ? null : resolveReference(dataset, inspection, at)
  const printed = resolved?.found === true ? [resolved.text] : []
  if (value === undefined) return printed.length === 0 ? null : printed
  return [...printed, ...writingsOf(value, dataset)]
}

/** The accepted ways to write a value in a correction, regardless of its path. */
export function writingsOf(value: unknown, dataset: Dataset | null): readonly string[] {
  const shown = shownValue(value, dataset)
  const typed = typeof value === 'object' ? [] : [String(value)]
  return [...typed, ...(shown === null ? [] : [shown])]
}

/** Whether the text in a correction is one of the accepted ways to write a value. */
export const isWritten = (words: string | number, writings: readonly string[]): boolean =>
  writings.length === 0 || writings.includes(String(words))
