import { isDay, isoDay } from '#model/calendar.ts'
import { everyIndicator } from '#model/catalogue.ts'
import type { Dataset } from '#model/dataset.ts'
import { everyName, type NamedRecord } from '#model/every-name.ts'
import { figureText, missingWords } from '#model/figure.ts'
import { nearest } from '#messages/nearest.ts'
import { isToFill, toFill } from '#messages/unfinished.ts'
import type { Measure } from '#schema/figure.ts'
import { type Cell, typedCell } from '#read/spreadsheet/sheet.ts'
import type { YamlValue } from '#model/yaml-text.ts'

/** The value of a cell, or why it has none that can be imported, in Chinese. */
type Reading = { readonly value: YamlValue } | { readonly says: string }

/** How a field is written in a cell. `read` inverts `show`. */
export interface Codec {
  readonly read: (cell: Cell, dataset: Dataset) => Reading
  readonly show: (value: unknown, dataset: Dataset) => string
  /** The choices for the list of a template; none where any value is allowed. */
  readonly choices?: (dataset: Dataset) => readonly string[]
  /** Whether a cell may hold several values. */
  readonly isList?: boolean
}

const says = (words: string): Reading => ({ says: words })

/** Text on one line: a line break becomes a space, or nothing after a punctuation mark. */
export const textCell: Codec = {
  read: (cell) => ({
    value: cell.text.replace(/([。；，：！？、])?\s*\n\s*/g, (_, mark?: string) => mark ?? ' '),
  }),
  show: String,
}

/** A text, or the reason why there is none. */
export const textOrReasonCell: Codec = {
  read(cell, dataset) {
    const reason = reasonOf(cell.text)
    return reason === null ? textCell.read(cell, dataset) : { value: reason }
  },
  show: (value) => reasonWords(value) ?? String(value),
}

export const dayCell: Codec = {
  read(cell) {
    const [, year = '', month = '', date = ''] =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00(?::00)?)?$/.exec(cell.text) ?? []
    const found = isoDay(Number(year), Number(month), Number(date))
    const reason = reasonOf(cell.text)
    if (reason !== null) return { value: reason }
    return isDay(found) ? { value: found } : says(`“${cell.text}”不是日期，请写成 2024-03-15。`)
  },
  show: (value) => reasonWords(value) ?? String(value),
}

const reasons = Object.entries(missingWords)
const reasonOf = (words: string): string | null =>
  reasons.find(([code, name]) => words === name || words === code)?.[0] ?? null
const reasonWords = (value: unknown): string | null =>
  reasons.find(([code]) => code === value)?.[1] ?? null

/** The text of a number in a file, which may also be a reason or a placeholder to fill in. */
function numberText(value: unknown): string {
  if (typeof value === 'string') return reasonWords(value) ?? value
  return typeof value === 'object' &&
    value !== null &&
    isToFill((value as { value?: unknown }).value)
    ? toFill
    : figureText(value as Measure)
}

/** A whole number, or the reason why there is none. */
export const countCell: Codec = {
  read(cell) {
    const reason = reasonOf(cell.text)
    if (reason !== null) return { value: reason }
    const { number } = cell
    return number !== null && Number.isSafeInteger(number) && number >= 0
      ? { value: number }
      : says(`“${cell.text}”不是个数，请只写数字；没有写明的写“${missingWords['not-stated']}”。`)
  },
  show: numberText,
}

/** Any number, or the reason why there is none. */
export const measureCell: Codec = {
  read(cell) {
    const reason = reasonOf(cell.text)
    if (reason !== null) return { value: reason }
    return cell.number === null
      ? says(`“${cell.text}”不是数字，请只写数字；没有写明的写“${missingWords['not-stated']}”。`)
      : { value: cell.number }
  },
  show: numberText,
}

/** Converts between words in cells and values in the data. */
export function choice(words: readonly (readonly [string, string | boolean])[]): Codec {
  return {
    read(cell) {
      const found = words.find(([word, code]) => cell.text === word || cell.text === String(code))
      const known = words.map(([word]) => word)
      const near = nearest(cell.text, known)
      const hint = near === null ? `请写：${known.join('、')}。` : `是不是“${near}”？`
      return found === undefined ? says(`没有“${cell.text}”这种写法。${hint}`) : { value: found[1] }
    },
    show: (value) => words.find(([, code]) => code === value)?.[0] ?? String(value),
    choices: () => words.map(([word]) => word),
  }
}

interface Named {
  readonly id: string
  readonly name: string
  /** Names it had before, which old spreadsheets use. */
  readonly earlier?: readonly string[]
}

/** Converts between names in cells and ids in the data. */
export function named(
  what: string,
  place: string,
  all: (dataset: Dataset) => readonly Named[],
): Codec {
  return {
    read(cell, dataset) {
      const found = find(cell.text, all(dataset))
      return found === null ? says(unknown(cell.text, what, place, all(dataset))) : { value: found }
    },
    show: (value, dataset) => all(dataset).find(({ id }) => id === value)?.name ?? String(value),
    choices: (dataset) => all(dataset).map(({ name }) => name),
  }
}

/** Converts between lists of names, separated by 、, and ids. */
export function namedList(
  what: string,
  place: string,
  all: (dataset: Dataset) => readonly Named[],
): Codec {
  const one = named(what, place, all)
  return {
    read(cell, dataset) {
      const reason = reasonOf(cell.text)
      if (reason !== null) return { value: reason }
      const whole = find(cell.text, all(dataset))
      if (whole !== null) return { value: [whole] }
      const words = cell.text.split(/[、，,;；\n]/).map((word) => word.trim())
      const read = words
        .filter((word) => word !== '')
        .map((word) => one.read(typedCell(word), dataset))
      const wrong = read.flatMap((reading) => ('says' in reading ? [reading.says] : []))
      return wrong.length > 0
        ? says(wrong.join(''))
        : { value: read.flatMap((reading) => ('value' in reading ? [reading.value] : [])) }
    },
    show: (value, dataset) =>
      Array.isArray(value)
        ? value.map((id) => one.show(id, dataset)).join('、')
        : (reasonWords(value) ?? String(value)),
    choices: (dataset) => all(dataset).map(({ name }) => name),
    isList: true,
  }
}

/** By id or name; by an earlier name only if no other record had it. */
function find(word: string, all: readonly Named[]): string | null {
  const found = all.find(({ id }) => id === word) ?? all.find(({ name }) => name === word)
  if (found !== undefined) return found.id
  const [former, ...others] = all.filter(({ earlier = [] }) => earlier.includes(word))
  return former !== undefined && others.length === 0 ? former.id : null
}

function unknown(word: string, what: string, place: string, all: readonly Named[]): string {
  const near = nearest(
    word,
    all.map(({ name }) => name),
  )
  const hint = near === null ? '' : `是不是“${near}”？`
  return `${place} 里没有叫“${word}”的${what}。${hint}没有登记的先登记；只是叫法不同的，写进对应关系的 words。`
}

const table = (record: Readonly<Record<string, NamedRecord>>): Named[] =>
  Object.entries(record).map(([id, { name, earlier_names: earlier = [] }]) => ({
    id,
    name,
    earlier,
  }))

export const unitsOf = (dataset: Dataset): Named[] => table(dataset.units)
export const areasOf = (dataset: Dataset): Named[] => table(dataset.site.areas)
export const namedIndicators = (dataset: Dataset): Named[] =>
  [...everyIndicator(dataset.catalogues)].map(([id, { indicator }]) => ({
    id,
    name: indicator.name,
  }))

/** Channels are identified by name and platform: 叙州教育（微信公众号）. */
export const channelsOf = (dataset: Dataset): Named[] =>
  Object.entries(dataset.channels).map(([id, { platform, ...channel }]) => {
    const [name = '', ...earlier] = everyName(channel).map((one) => `${one}（${platform}）`)
    return { id, name, earlier }
  })

/** The site's name of a platform, for an alias. */
export function platformOf(word: string, { site }: Dataset): string {
  const [found] = Object.entries(site.platforms).find(([, others]) => others.includes(word)) ?? []
  return found ?? word
}
