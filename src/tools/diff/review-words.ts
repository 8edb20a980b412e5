import type { z } from 'zod'
import { chineseDate, isDay } from '#model/calendar.ts'
import { shownValue } from '#model/correction-writing.ts'
import type { Dataset } from '#model/dataset.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { isPlainGroup } from '#model/plain-group.ts'
import type { Path } from '#schema/path.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import { fieldAt, meaningsAt, schemaAt } from '#schema/schema-at.ts'

/** Words of keys that only group the values below them. */
const containers = ['areas', 'tally', 'splits', 'parts', 'figures', 'rounds', 'rates', 'follow_ups']

/** The place of a value in words: 政务新媒体不合格, 问题2024-q1-05的程度. */
export function changedPlace(path: Path, schema: z.ZodType, dataset: Dataset | null): string {
  const [root, id] = path.map(String)
  const names = path.map((key, n): string => {
    const here = path.slice(0, n + 1)
    const word = String(key)
    if (containers.includes(word) && n < path.length - 1) return ''
    if (n === 1 && root === 'areas') return dataset?.site.areas[word]?.name ?? word
    if (n > 1 && path[n - 1] === 'splits') return ''
    if (n > 0 && path[n - 1] === 'tally') return countNames[word as CountName]
    if (typeof key === 'number') return `第${key + 1}项`
    return fieldAt(schema, here)?.title ?? word
  })
  if (root === 'areas') return names.join('')
  if (root === 'follow_ups')
    return `问题${id ?? ''}${names
      .slice(2)
      .map((name) => `的${name}`)
      .join('')}`
  const record = ledgerRecordName(path, schema, dataset)
  if (record !== null) names[1] = `（${record}）`
  if (root === 'deadlines') names[1] = `“${titleOf(path, dataset) ?? id ?? ''}”`
  if (path[2] === 'rectification' && path.length === 4) names.pop()
  const [first = '', second, ...more] = names
  if (second === undefined) return first
  return [`${first}${second}`, ...more].filter(Boolean).join('的')
}

/** The name of what a record of a ledger is about: a unit, a document or a consultation. */
function ledgerRecordName(
  [root, id]: Path,
  schema: z.ZodType,
  dataset: Dataset | null,
): string | null {
  if (id === undefined || dataset === null) return null
  const key = String(id)
  // The roster has units too.
  if (root === 'units' && fieldAt(schema, ['judgements']) !== null)
    return dataset.units[key]?.name ?? null
  if (root !== 'judgements' && root !== 'policies' && root !== 'consultations') return null
  const part = root === 'consultations' ? 'consultations' : 'policies'
  const record = unitLedgers(dataset).flatMap(({ ledger }) => {
    const records = ledger[part] ?? {}
    return Object.hasOwn(records, key) ? [records[key]?.title] : []
  })[0]
  return record === undefined ? null : `${record}，${key}`
}

/** The title of a deadline in the inspection that has it. */
const titleOf = ([, id]: Path, dataset: Dataset | null): string | undefined =>
  dataset?.inspections.flatMap(({ deadlines = {} }) => deadlines[String(id)]?.title ?? []).at(-1)

/** A value in words; a value that the check refuses, as it is typed. */
export const valueWords = (
  value: unknown,
  schema: z.ZodType,
  path: Path,
  dataset: Dataset | null,
): string => (isRight(value, schema, path) ? wordsOf(value, schema, path, dataset) : typed(value))

const isRight = (value: unknown, schema: z.ZodType, path: Path): boolean =>
  schemaAt(schema, path).some((one) => one.safeParse(value).success)

const typed = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** A value in words; of a group, its parts. */
function wordsOf(value: unknown, schema: z.ZodType, path: Path, dataset: Dataset | null): string {
  if (typeof value === 'string')
    return choice(value, schema, path) ?? date(value) ?? shown(value, dataset)
  if (isPlainGroup(value)) {
    const whole = shownValue(value, dataset)
    if (whole !== null) return whole
    return Object.entries(value)
      .map(([key, inner]) => {
        const here = [...path, key]
        const words = wordsOf(inner, schema, here, dataset)
        // The parts of a step speak for themselves.
        return path[2] === 'rectification'
          ? words
          : `${fieldAt(schema, here)?.title ?? key}：${words}`
      })
      .join('，')
  }
  if (Array.isArray(value))
    return (
      shownValue(value, dataset) ??
      value.map((item, n) => wordsOf(item, schema, [...path, n], dataset)).join('；')
    )
  return shown(value, dataset)
}

const shown = (value: unknown, dataset: Dataset | null): string =>
  shownValue(value, dataset) ?? String(value)

const date = (text: string): string | null => (isDay(text) ? chineseDate(text) : null)

/** The meaning of a chosen value, from the explanation of its field. */
function choice(word: string, schema: z.ZodType, path: Path): string | null {
  const meanings = meaningsAt(schema, path)
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? null) : null
}
